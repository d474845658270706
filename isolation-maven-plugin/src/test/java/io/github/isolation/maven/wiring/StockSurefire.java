package io.github.isolation.maven.wiring;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Surefire's own code in one of its versions, as far as it makes the command line of a fork. */
final class StockSurefire implements AutoCloseable {
    private static final String PACKAGE = "org.apache.maven.plugin.surefire.booterclient.";

    /** What is public of the parameters of Surefire's goals, and changed by us. */
    public interface Goal {
        String getArgLine();

        void setArgLine(String argLine);

        Map<String, String> getSystemPropertyVariables();

        void setSystemPropertyVariables(Map<String, String> variables);
    }

    private final URLClassLoader loader;
    private final Object platform;
    private final Object startup;

    StockSurefire(String version) throws Exception {
        try (Stream<Path> jars = Files.list(Path.of("target", "surefire", version))) {
            loader = new URLClassLoader(
                    jars.map(StockSurefire::url).toArray(URL[]::new), getClass().getClassLoader());
        }
        Object jdk = type("org.apache.maven.plugin.surefire.JdkAttributes")
                .getConstructor(File.class, File.class, boolean.class)
                .newInstance(new File("java"), new File("."), true);
        Class<?> platforms = type(PACKAGE + "Platform");
        platform = platforms
                .getMethod("withJdkExecAttributesForTests", jdk.getClass())
                .invoke(platforms.getConstructor().newInstance(), jdk);
        Class<?> paths = type("org.apache.maven.surefire.booter.ClasspathConfiguration");
        Class<?> classLoading = type("org.apache.maven.surefire.booter.ClassLoaderConfiguration");
        Class<?> processChecks = type("org.apache.maven.surefire.booter.ProcessCheckerType");
        startup = type("org.apache.maven.surefire.booter.StartupConfiguration")
                .getMethod("inForkedVm", String.class, paths, classLoading, processChecks)
                .invoke(
                        null,
                        "a.Provider",
                        paths.getConstructor(boolean.class, boolean.class).newInstance(true, true),
                        classLoading
                                .getConstructor(boolean.class, boolean.class)
                                .newInstance(true, false),
                        null);
    }

    /** The arguments of the JVM of one fork; empty if this argLine ends the build. */
    Optional<List<String>> jvmArguments(String argLine, Properties properties, int fork) throws Exception {
        Constructor<?> constructor =
                type(PACKAGE + "ClasspathForkConfiguration").getConstructors()[0];
        Object[] parameters = new Object[constructor.getParameterCount()];
        Class<?> classPaths = type("org.apache.maven.surefire.booter.Classpath");
        Class<?> loggers = type("org.apache.maven.plugin.surefire.log.api.ConsoleLogger");
        Map<Class<?>, Object> ofType = new HashMap<>(Map.of(
                classPaths,
                classPaths.getMethod("emptyClasspath").invoke(null),
                File.class,
                new File("target"),
                Properties.class,
                properties,
                Map.class,
                Map.of(),
                String[].class,
                new String[0],
                boolean.class,
                false,
                int.class,
                1,
                platform.getClass(),
                platform,
                loggers,
                Proxy.newProxyInstance(loader, new Class<?>[] {loggers}, StockSurefire::nothing)));
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = ofType.get(constructor.getParameterTypes()[i]);
        }
        parameters[5] = argLine; // the other text is Surefire's own, for debuggers
        Object configuration = constructor.newInstance(parameters);
        try {
            Object command = configuration
                    .getClass()
                    .getMethod("createCommandLine", startup.getClass(), int.class, File.class)
                    .invoke(configuration, startup, fork, new File("target"));
            String[] all =
                    (String[]) command.getClass().getMethod("getArguments").invoke(command);
            return Optional.of(List.of(all).subList(0, all.length - 1));
        } catch (InvocationTargetException e) {
            if (String.valueOf(e.getCause().getMessage()).startsWith("unbalanced quotes in ")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A goal of this version's class loader. */
    Goal goal(String argLine, Map<String, String> systemPropertyVariables) {
        Map<String, Object> values = new HashMap<>();
        values.put("ArgLine", argLine);
        values.put("SystemPropertyVariables", systemPropertyVariables);
        return (Goal) Proxy.newProxyInstance(loader, new Class<?>[] {Goal.class}, (proxy, method, arguments) -> {
            String name = method.getName().substring("get".length());
            return arguments == null ? values.get(name) : ignore(values.put(name, arguments[0]));
        });
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    private static Object ignore(Object ignored) {
        return null;
    }

    private static Object nothing(Object proxy, Method method, Object[] arguments) {
        return method.getReturnType() == boolean.class ? false : null;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
