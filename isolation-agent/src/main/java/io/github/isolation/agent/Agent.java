package io.github.isolation.agent;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Where the JVM of a worker calls us, before any test. An audit that cannot be begun costs a line, and no test. */
public final class Agent {
    private Agent() {}

    /**
     * Called by the JVM, in its main thread.
     *
     * @param file what the supervisor has written down for us
     */
    public static void premain(String file, Instrumentation instrumentation) {
        FindingsFile findings = null;
        try {
            Settings settings = Settings.read(Path.of(file));
            findings = new FindingsFile(settings.out());
            begin(settings, findings, instrumentation);
        } catch (Exception | LinkageError e) {
            System.err.println("isolation: this worker has no audit, because its agent could not begin: " + e);
            if (findings != null) {
                findings.nothing("what a worker has run, since its agent could not begin (" + file + "): " + e);
            }
        }
    }

    private static void begin(Settings settings, FindingsFile findings, Instrumentation instrumentation)
            throws Exception {
        settings.areas().forEach(findings::observed);
        RunningTests tests = new RunningTests();
        UserFrames frames = new UserFrames(settings.jars());
        FilePaths paths = new FilePaths(new Places(settings, Path.of(System.getProperty("java.home"))));
        Watch watch = new Watch(settings, paths, tests, frames, findings);
        Transformer transformer = new Transformer(Hooks.of(settings.areas()), findings);
        Bridge bridge = Bridge.define(instrumentation);
        Initializers initializers = new Initializers(frames);
        Loads loads = Loads.begin(instrumentation, frames);
        TestState state = TestState.of(settings, instrumentation, frames, loads, initializers, findings);
        instrumentation.addTransformer(transformer, true);
        retransform(instrumentation, transformer);
        if (settings.areas().contains(Area.STATICS)) {
            instrumentation.addTransformer(initializers, true);
        }
        Audit.begin(new Audit(tests, findings, state));
        BiConsumer<Object, Object>[] listeners = watch.listeners(state);
        watch.warmUp(listeners);
        bridge.listen(listeners);
    }

    /** All at once, which takes the JVM a fraction of the time; if one of them is refused, one by one. */
    private static void retransform(Instrumentation instrumentation, Transformer transformer) {
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (transformer.wants(type)) {
                loaded.add(type);
            }
        }
        try {
            instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
        } catch (UnmodifiableClassException | LinkageError | RuntimeException e) {
            for (Class<?> type : loaded) {
                try {
                    instrumentation.retransformClasses(type);
                } catch (UnmodifiableClassException | LinkageError | RuntimeException refused) {
                    transformer.notSeen(type.getName().replace('.', '/'), refused.toString());
                }
            }
        }
    }
}
