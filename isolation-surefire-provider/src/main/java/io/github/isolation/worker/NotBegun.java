package io.github.isolation.worker;

import io.github.isolation.protocol.Command.GiveBack;
import io.github.isolation.protocol.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The members of the class in hand that are not begun, where others may run some of them. Whoever takes one out has it: the
 * thread that runs the tests before it begins it, or the command thread because the supervisor wants it back. Thread-safe.
 */
final class NotBegun {
    private final ToSupervisor supervisor;
    private final Set<String> members = new HashSet<>();
    private String ofClass = "";

    NotBegun(ToSupervisor supervisor) {
        this.supervisor = supervisor;
    }

    /** Of this class, these can be given back from now on. */
    synchronized void open(String classId, Collection<String> memberIds) {
        ofClass = classId;
        members.clear();
        members.addAll(memberIds);
    }

    /** Another class comes, of which nothing can be given back. */
    synchronized void close() {
        ofClass = "";
        members.clear();
    }

    /** Whether members of this class are begun only if nobody else has them. */
    synchronized boolean areOf(String classId) {
        return ofClass.equals(classId);
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
