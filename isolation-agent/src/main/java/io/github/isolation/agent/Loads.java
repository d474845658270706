package io.github.isolation.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hears of each class that is loaded, and changes none. To go through all loaded classes after each test takes longer than most
 * tests: two thirds of the time of a suite with 25,000 of them. In any thread.
 */
final class Loads implements ClassFileTransformer {
    private static final String BEANS = "com/sun/jmx/mbeanserver/JmxMBeanServer";

    private final UserFrames frames;
    private final AtomicInteger ofTheUser = new AtomicInteger();
    private volatile boolean managed;

    private Loads(UserFrames frames) {
        this.frames = frames;
    }

    /** From now on; what was loaded before is looked at once. */
    static Loads begin(Instrumentation instrumentation, UserFrames frames) {
        Loads loads = new Loads(frames);
        instrumentation.addTransformer(loads, true);
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            loads.managed |= type.getName().equals(BEANS.replace('/', '.'));
        }
        return loads;
    }

    /** Another number than before, if a class of the user's was, or is about to be, loaded in between. */
    int ofTheUser() {
        return ofTheUser.get();
    }

    /** Whether there may be beans; to ask would start what no test has asked for. */
    boolean isManaged() {
        return managed;
    }

    // A null is the answer of a transformer that changes nothing; the JDK's interface has no annotations.
    @Override
    @SuppressWarnings("NullAway")
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (loader == null) {
            managed |= BEANS.equals(name);
        } else if (redefined == null && frames.isUsers(domain)) {
            ofTheUser.incrementAndGet();
        }
        return null;
    }
}
