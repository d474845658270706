package io.github.isolation.entry;

import java.io.IOException;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.booter.spi.LegacyMasterProcessChannelProcessorFactory;
import org.apache.maven.surefire.booter.spi.SurefireMasterProcessChannelProcessorFactory;
import org.apache.maven.surefire.spi.MasterProcessChannelProcessorFactory;
import org.jspecify.annotations.Nullable;

/** What Surefire's booter finds: our channel, or, in a JVM that is too old for it, the one Surefire itself would use. */
public final class Channel implements MasterProcessChannelProcessorFactory {
    private static final String OURS = "io.github.isolation.surefire.ChannelFactory";

    private final int version;
    private @Nullable MasterProcessChannelProcessorFactory target;

    /** For this JVM. */
    public Channel() {
        this(Floor.version());
    }

    Channel(int version) {
        this.version = version;
        this.target = Floor.create(MasterProcessChannelProcessorFactory.class, OURS, version);
    }

    @Override
    public boolean canUse(String channelConfig) {
        return true;
    }

    @Override
    public void connect(String channelConfig) throws IOException {
        MasterProcessChannelProcessorFactory factory = target;
        if (factory == null) {
            factory = new LegacyMasterProcessChannelProcessorFactory();
            factory = factory.canUse(channelConfig) ? factory : new SurefireMasterProcessChannelProcessorFactory();
            target = factory;
        }
        factory.connect(channelConfig);
    }

    @Override
    public MasterProcessChannelDecoder createDecoder(ForkNodeArguments arguments) throws IOException {
        return connected().createDecoder(arguments);
    }

    @Override
    public MasterProcessChannelEncoder createEncoder(ForkNodeArguments arguments) throws IOException {
        MasterProcessChannelEncoder encoder = connected().createEncoder(arguments);
        if (version < Floor.JAVA) {
            encoder.consoleWarningLog(warning());
        }
        return encoder;
    }

    @Override
    public void close() throws IOException {
        if (target != null) {
            target.close();
        }
    }

    String warning() {
        boolean wired = System.getProperty("isolation.forkCount") != null;
        return "isolation: not in force here, because the tests run on Java " + version + ", and " + Floor.JAVA
                + " is the oldest that works."
                + (wired
                        ? " They run in one fork and without their argLine: set isolation.skip to true for this module."
                        : "");
    }

    private MasterProcessChannelProcessorFactory connected() {
        if (target == null) {
            throw new IllegalStateException("Surefire's booter must connect before it asks for an encoder or decoder");
        }
        return target;
    }
}
