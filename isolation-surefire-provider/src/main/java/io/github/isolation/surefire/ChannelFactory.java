package io.github.isolation.surefire;

import io.github.isolation.fork.AtStart;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.worker.WorkerSession;
import java.io.IOException;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.spi.MasterProcessChannelProcessorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Surefire's booter asks this for a channel, in every fork and in every worker. What kind of channel the property file
 * names tells what this JVM is: one of ours makes it a worker, one of Surefire's makes it a supervisor, which never returns
 * from {@link #connect}; or, where there is a reason, just the fork it would have been without us.
 */
public final class ChannelFactory implements MasterProcessChannelProcessorFactory {
    private @Nullable WorkerSession worker;
    private @Nullable SurefireChannel surefire;
    private @Nullable String warning;

    @Override
    public boolean canUse(String channelConfig) {
        return true;
    }

    @Override
    public void connect(String channelConfig) throws IOException {
        if (Endpoint.isOurs(channelConfig)) {
            AtStart.read();
            worker = WorkerSession.open(Endpoint.parse(channelConfig));
            return;
        }
        SurefireChannel channel = SurefireChannel.connect(channelConfig);
        surefire = channel;
        Booter booter = Booter.ofThisJvm();
        DisableReason disabled = DisableReason.decide(booter, channel);
        if (disabled == null) {
            ClassPreloader.begin(); // not before: a fork that is left alone finds its JVM untouched
            SupervisorMain.run(channel, booter);
        } else {
            warning = disabled.warning();
        }
    }

    @Override
    public MasterProcessChannelDecoder createDecoder(ForkNodeArguments arguments) throws IOException {
        return worker != null ? worker.decoder() : connected().decoder(arguments);
    }

    @Override
    public MasterProcessChannelEncoder createEncoder(ForkNodeArguments arguments) throws IOException {
        if (worker != null) {
            return worker.encoder();
        }
        MasterProcessChannelEncoder encoder = connected().encoder(arguments);
        if (warning != null) {
            encoder.consoleWarningLog(warning);
        }
        return encoder;
    }

    @Override
    public void close() throws IOException {
        if (worker != null) {
            worker.close();
        }
        if (surefire != null) {
            surefire.close();
        }
    }

    private SurefireChannel connected() {
        if (surefire == null) {
            throw new IllegalStateException("Surefire's booter must connect before it asks for an encoder or decoder");
        }
        return surefire;
    }
}
