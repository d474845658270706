package io.github.isolation.worker;

import io.github.isolation.protocol.Command.GiveBack;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.UpcomingTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of the class in hand that are not begun, where others may run some of them, and invocations that were told of. Whoever takes one out has it: the
 * thread that runs the tests before it begins it, or the command thread because the supervisor wants it back. Thread-safe.
 */
final class NotBegun {
    private final ToSupervisor supervisor;
    private final Set<String> members = new HashSet<>();
    private String ofClass = "";
    private String lookingAhead = "";

    NotBegun(ToSupervisor supervisor) {
        this.supervisor = supervisor;
    }

    /** Of this class, these can be given back from now on. */
    synchronized void open(String classId, Collection<String> memberIds) {
        close();
        ofClass = classId;
        members.addAll(memberIds);
    }

    /** Another class comes, of which nothing can be given back. */
    synchronized void close() {
        ofClass = "";
        lookingAhead = "";
        members.clear();
    }

    /** Whether members of this class are begun only if nobody else has them. */
    synchronized boolean areOf(String classId) {
        return ofClass.equals(classId);
    }

    /** The supervisor wants to know what comes next of this test. */
    synchronized void lookAhead(String test) {
        lookingAhead = test;
    }

    /** Whether it does. */
    synchronized boolean isLookingAhead(String test) {
        return lookingAhead.equals(test);
    }

    /**
     * Says what comes next; each of it can be given back from now on.
     *
     * @param twice what several of them are called, and so they stay together; null if each has a name of its own
     */
    synchronized void ahead(String test, List<UpcomingTest> next, boolean more, @Nullable String twice) {
        lookingAhead = "";
        next.forEach(one -> members.add(one.test().id()));
        if (next.isEmpty() && twice != null) {
            supervisor.tell(new Event.Logged(
                    LogLevel.INFO,
                    "isolation: no other fork runs invocations of " + test + ": several are called \"" + twice
                            + "\", so nobody could tell which of them another fork has. Give each a name of its own.",
                    null));
        }
        supervisor.tell(new Event.Ahead(test, next, more));
    }

    /** A member is about to be begun; false if it was given back. */
    synchronized boolean begin(String member) {
        return members.remove(member);
    }

    /** Answers before anything else is begun, so that nothing is said of the class after its end. */
    synchronized void giveBack(GiveBack wanted) {
        List<String> given = new ArrayList<>();
        for (String member : wanted.members()) {
            if (members.remove(member)) {
                given.add(member);
            }
        }
        supervisor.tell(new Event.GivenBack(wanted.request(), given));
    }
}
