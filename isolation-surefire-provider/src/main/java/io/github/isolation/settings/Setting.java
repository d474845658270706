package io.github.isolation.settings;

import java.util.Optional;
import java.util.Set;

/**
 * One thing that a user can ask for.
 *
 * @param name the element of the plugin's {@code <configuration>}
 * @param property the system property, and the property of a POM; empty where there is only an element
 * @param form what its values look like
 * @param byDefault what it is where nobody said, as a user would write it; empty where it is nothing, or what {@code shown} says
 * @param inMaven the same for goals, which may have an expression of Maven's in it
 * @param shown the same for people; empty where {@code byDefault} says it all
 * @param readers who acts upon it
 * @param topic where people look for it
 * @param isCommon whether it is one of the few that most people need
 * @param meaning one sentence, in which only {@code `code`} is marked
 * @param page in {@code src-site}, with more; empty if there is none
 * @param <T> what its values are read as
 */
public record Setting<T>(
        String name,
        String property,
        Form<T> form,
        String byDefault,
        String inMaven,
        String shown,
        Set<Reader> readers,
        Topic topic,
        boolean isCommon,
        String meaning,
        String page) {

    /** With which most properties begin. */
    public static final String PREFIX = "isolation.";

    /** Who acts upon a setting. */
    public enum Reader {
        /** A goal of the plugin, in Maven's JVM. */
        GOAL,
        /** What wires Surefire before the build begins, in Maven's JVM. */
        EXTENSION,
        /** The JVM that Surefire forks. */
        SUPERVISOR,
        /** Each JVM that runs tests; what runs beside them. */
        WORKER,
        /** The API that tests call, in the JVM that runs them. */
        API
    }

    /** The parts of the page with all of them. */
    public enum Topic {
        FIXTURES("Fixtures"),
        WORKERS("Workers"),
        TROUBLE("Crashes, time limits, leaks"),
        AGAIN("Running something again"),
        FORKS("What each fork has to itself"),
        BUILD("The build"),
        AUDIT("What tests share: an audit"),
        SHARDS("Several machines"),
        CLEANING("Cleaning the cache: `mvn isolation:clean-cache`");

        private final String title;

        Topic(String title) {
            this.title = title;
        }

        /** In Markdown. */
        public String title() {
            return title;
        }
    }

    public Setting {
        readers = Set.copyOf(readers);
    }

    /** Whether it reaches the forks, as a system property of each. */
    public boolean isForForks() {
        return readers.contains(Reader.SUPERVISOR) || readers.contains(Reader.WORKER) || readers.contains(Reader.API);
    }

    /** What it is where nobody said. */
    public T otherwise() {
        return form.parse(byDefault);
    }

    /** What is wrong with a value, with the element of the POM and the property; empty if nothing is. */
    public Optional<String> problem(String value) {
        try {
            if (!value.isBlank()) {
                form.parse(value.strip());
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            String where = property.isEmpty() ? "<" + name + ">" : "<" + name + "> (" + property + ")";
            return Optional.of(where + ": " + e.getMessage());
        }
    }
}
