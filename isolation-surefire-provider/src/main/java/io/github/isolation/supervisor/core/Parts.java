package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The classes of which this machine has only a part. A worker that runs one without having said which members are in it has run it as if
 * there were no other machine: that is not believed.
 */
final class Parts {
    private final Set<String> known = new HashSet<>();
    private final Set<String> said = new HashSet<>();
    private Map<String, ClassPart> ofClasses = Map.of();

    /** These, by class. */
    void are(Map<String, ClassPart> parts) {
        ofClasses = Map.copyOf(parts);
    }

    /** What a worker is told before it is handed this class; nothing, if all of it is run here. */
    List<Command> commands(String className) {
        ClassPart part = ofClasses.get(className);
        return part == null ? List.of() : part.commands();
    }

    /** A worker has found these; what Maven is to be told, if the class can no longer be divided, or others run than should. */
    Optional<Logged> found(Event.Members members) {
        ClassPart part = ofClasses.get(members.className());
        known.add(members.className());
        if (part == null) {
            return Optional.empty();
        }
        Set<String> own = new HashSet<>(members.own());
        if (!members.found().stream().allMatch(name -> own.contains(name) == part.has(name, members.whole()))) {
            return Optional.of(Audit.failing("isolation: of " + members.className() + " this machine was to run "
                    + part.title() + ", and a worker runs other tests of it, so the build fails. Please report this."));
        }
        if (!members.whole() || !said.add(members.className())) {
            return Optional.empty();
        }
        String line = "isolation: of " + members.className() + " this machine was to run " + part.title()
                + ", and its tests stay together, by what it says now or how JUnit is configured: part 1 is all of it, so this machine runs "
                + (part.part() == 1 ? "the whole class" : "nothing of it");
        return Optional.of(new Logged(LogLevel.INFO, line, null));
    }

    /** A worker found no way to the members of this class, which is told as an error. */
    void notFound(String className) {
        known.add(className);
    }

    /**
     * A worker is through with this class.
     *
     * @param ran whether anything of it was heard
     */
    Optional<Logged> completed(String className, boolean ran) {
        ClassPart part = ofClasses.get(className);
        return part == null || !ran || known.contains(className)
                ? Optional.empty()
                : Optional.of(Audit.failing("isolation: of " + className + " this machine was to run " + part.title()
                        + ", and no worker has said which of its tests that is. They may have run on other machines as well, so the"
                        + " build fails. Mark the class with @WholeClass, and please report this."));
    }
}
