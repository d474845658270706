package io.github.isolation.surefire;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.booter.spi.LegacyMasterProcessChannelProcessorFactory;
import org.apache.maven.surefire.booter.spi.SurefireMasterProcessChannelProcessorFactory;
import org.apache.maven.surefire.spi.MasterProcessChannelProcessorFactory;
import org.jspecify.annotations.Nullable;

/**
 * The channel to Maven that there would be without us: standard streams, TCP, or that of somebody else's factory on the
 * class path. Surefire's booter knows one factory besides its own, and that is us.
 */
final class SurefireChannel implements Closeable {
    private static final String ENTRY = "io.github.isolation.entry.Channel";

    private final MasterProcessChannelProcessorFactory factory;
    private final boolean foreign;

    private SurefireChannel(MasterProcessChannelProcessorFactory factory, boolean foreign) {
        this.factory = factory;
        this.foreign = foreign;
    }

    static SurefireChannel connect(String channelConfig) throws IOException {
        MasterProcessChannelProcessorFactory theirs = foreign();
        if (theirs != null) {
            theirs.connect(channelConfig);
            return new SurefireChannel(theirs, true);
        }
        MasterProcessChannelProcessorFactory pipe = new LegacyMasterProcessChannelProcessorFactory();
        MasterProcessChannelProcessorFactory factory =
                pipe.canUse(channelConfig) ? pipe : new SurefireMasterProcessChannelProcessorFactory();
        factory.connect(channelConfig);
        return new SurefireChannel(factory, false);
    }

    /** The class of somebody else's factory, if this is the channel of one. */
    Optional<String> owner() {
        return foreign ? Optional.of(factory.getClass().getName()) : Optional.empty();
    }

    private static @Nullable MasterProcessChannelProcessorFactory foreign() {
        ClassLoader loader = SurefireChannel.class.getClassLoader();
        for (var factory : ServiceLoader.load(MasterProcessChannelProcessorFactory.class, loader)) {
            Class<?> type = factory.getClass();
            if (type != LegacyMasterProcessChannelProcessorFactory.class
                    && type != SurefireMasterProcessChannelProcessorFactory.class
                    && !type.getName().equals(ENTRY)) {
                return factory;
            }
        }
        return null;
    }

    MasterProcessChannelEncoder encoder(ForkNodeArguments arguments) throws IOException {
        return factory.createEncoder(arguments);
    }

    MasterProcessChannelDecoder decoder(ForkNodeArguments arguments) throws IOException {
        return factory.createDecoder(arguments);
    }

    @Override
    public void close() throws IOException {
        factory.close();
    }
}
