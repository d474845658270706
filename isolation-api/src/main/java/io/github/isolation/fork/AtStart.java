package io.github.isolation.fork;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a worker was told when it started. Tests may change system properties, clear them, or let a framework load our classes
 * a second time after that; a fork stays the one it is. So in a worker nobody reads a property of ours anywhere else.
 *
 * <p>Initialized in a worker before any test, when its channel is opened. Our classes in another class loader come later and
 * find what they need in the environment, which hardly any test can change. Where no fork runs the tests, properties are what
 * they are at the moment. Thread-safe.
 */
public final class AtStart {
    /** All properties that begin with {@value #PREFIX}, for class loaders that come when tests have changed them. */
    static final String VARIABLE = "ISOLATION_PROPERTIES";

    /** The process that started the worker. Programs that tests start inherit the environment, and are no worker. */
    static final String SUPERVISOR = "ISOLATION_SUPERVISOR";

    private static final String PREFIX = "isolation.";

    /**
     * The form in which a worker is told, and in which forks keep what they share. In one worker there may be this jar in two
     * versions, in two class loaders: raised with whatever would make them misunderstand each other, so that they say so.
     */
    private static final String FORM = "1";

    private static final String FIELD_SEPARATOR = "&";

    private static final long PID = pidIfAllowed();

    private static volatile AtStart ofThisJvm = read(System.getenv(), parent(), System.getProperties());

    private final boolean worker;
    private final Map<String, String> properties;
    private final @Nullable String problem;

    private AtStart(boolean worker, Map<String, String> properties, @Nullable String problem) {
        this.worker = worker;
        this.properties = properties;
        this.problem = problem;
    }

    /** Reads what there is to read, now. */
    public static void read() {
        // The class is initialized with that.
    }

    /** Whether this JVM was started by a supervisor, to run tests. */
    static boolean isWorker() {
        return ofThisJvm.worker;
    }

    /**
     * What a system property was when this worker started; outside of a worker, what it is.
     *
     * @throws IllegalStateException where the supervisor of this worker is of a version that this one does not understand
     */
    public static @Nullable String property(String name) {
        AtStart here = ofThisJvm;
        if (here.problem != null) {
            throw new IllegalStateException(here.problem);
        }
        return here.worker ? here.properties.get(name) : System.getProperty(name);
    }

    /** As {@link #property(String)}, with what to take where there is none. */
    public static String property(String name, String otherwise) {
        String value = property(name);
        return value == null ? otherwise : value;
    }

    /** Whether a system property was {@code true}. */
    public static boolean flag(String name) {
        return Boolean.parseBoolean(property(name));
    }

    /** A system property that is a number; null where there is none. */
    public static @Nullable Integer number(String name) {
        String value = property(name);
        try {
            return value == null ? null : Integer.valueOf(value.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Map<String, String> texts(Properties properties) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : properties.stringPropertyNames()) {
            String text = properties.getProperty(name);
            if (text != null) {
                texts.put(name, text);
            }
        }
        return texts;
    }

    /** What can be had: in a class loader that comes late, they may be a test's, which throw. */
    private static Map<String, String> textsIfAny(Properties properties) {
        try {
            return texts(properties);
        } catch (RuntimeException e) {
            return new LinkedHashMap<>();
        }
    }

    /** What a supervisor adds to the environment of a worker that will have these properties. */
    public static Map<String, String> environment(Properties ofTheWorker) {
        StringBuilder text = new StringBuilder(FORM);
        texts(ofTheWorker).forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !name.startsWith(ForkProperties.PROMISE_PREFIX)) {
                text.append(FIELD_SEPARATOR).append(encode(name)).append('=').append(encode(value));
            }
        });
        return Map.of(VARIABLE, text.toString(), SUPERVISOR, Long.toString(PID));
    }

    /** Says what it was before. For our own tests, which run in workers as well, and are to see what it is like elsewhere. */
    static AtStart replace(AtStart other) {
        AtStart before = ofThisJvm;
        ofThisJvm = other;
        return before;
    }

    /** What a JVM with this environment was told, whose parent is this process, or is not known. */
    static AtStart read(Map<String, String> environment, @Nullable Long parent, Properties properties) {
        String told = environment.get(VARIABLE);
        String supervisor = environment.get(SUPERVISOR);
        if (told == null || supervisor == null || (parent != null && !supervisor.equals(parent.toString()))) {
            return new AtStart(false, Map.of(), null);
        }
        String[] fields = told.split(FIELD_SEPARATOR, -1);
        if (!fields[0].equals(FORM)) {
            return new AtStart(
                    true,
                    Map.of(),
                    "isolation: this isolation-api and the isolation-maven-plugin that started this worker are of versions that"
                            + " do not understand each other: give both the same version");
        }
        Map<String, String> all = textsIfAny(properties);
        for (String field : fields) {
            int name = field.indexOf('=');
            if (name > 0) {
                all.put(decode(field.substring(0, name)), decode(field.substring(name + 1)));
            }
        }
        return new AtStart(true, Map.copyOf(all), null);
    }

    /** The id of this process, also where tests have forbidden to ask; 0 if they have so before. */
    public static long pid() {
        return PID;
    }

    private static long pidIfAllowed() {
        try {
            return ProcessHandle.current().pid();
        } catch (RuntimeException e) {
            return 0;
        }
    }

    private static @Nullable Long parent() {
        try {
            return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(null);
        } catch (RuntimeException e) {
            return null; // a test has used up all files, or forbidden to look
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
