package io.github.isolation.worker;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/**
 * Which members of the class in hand this machine runs, where others run the rest of it. Tells the supervisor what members there are, so
 * that each is known to have been run by one. Written by the command thread before the class is handed to the provider, used by the
 * thread that discovers it.
 */
final class PartOfClass {
    /** A class may have more members than fit into a frame. */
    private static final int MEMBERS_AT_A_TIME = 4_000;

    /** @param part 0 if the class is not in parts */
    private record Share(String className, int part, int of, Set<String> named) {
        private boolean has(String member) {
            return named.contains(member) == (part < of);
        }
    }

    private final ToSupervisor supervisor;
    private final Divisibility divisibility;
    private final Guard guard;

    /** What is said of the next class, before it is handed out; the command thread's own. */
    private final Set<String> nextNamed = new HashSet<>();

    private int nextPart;
    private int nextOf;

    private volatile Share share = new Share("", 0, 0, Set.of());

    /** The unique id of what was discovered last of the class in hand, and what of it is to run. The thread's that discovers. */
    private String discovered = "";

    private boolean whole;
    private Set<String> own = Set.of();

    PartOfClass(ToSupervisor supervisor, Divisibility divisibility, Guard guard) {
        this.supervisor = supervisor;
        this.divisibility = divisibility;
        this.guard = guard;
    }

    /** Of the class that comes next, only a part. Said as often as it takes. */
    void narrow(Command.OnlyPart only) {
        nextPart = only.part();
        nextOf = only.of();
        nextNamed.addAll(only.members());
    }

    /** A class is handed out. */
    void handedOut(String className) {
        share = new Share(className, nextPart, nextOf, Set.copyOf(nextNamed));
        nextPart = 0;
        nextOf = 0;
        nextNamed.clear();
    }

    /**
     * A top-level class was discovered, with all that is in it. If it cannot be seen what of it is to run here, it is a class that
     * cannot be discovered, which fails the build.
     */
    void discovered(TestDescriptor topLevel) {
        if (divisibility.isEmptyOfAnother(topLevel)) {
            return;
        }
        Share now = share;
        String className = className(topLevel);
        discovered = "";
        if (now.part() == 0 || !now.className().equals(className)) {
            tellOfWhatOthersMightRun(topLevel, className);
            return;
        }
        List<String> found = members(topLevel);
        whole = !divisibility.isDivisible(topLevel);
        own = new LinkedHashSet<>();
        for (String member : found) {
            if (whole ? now.part() == 1 : now.has(member)) {
                own.add(member);
            }
        }
        discovered = topLevel.getUniqueId().toString();
        tell(now.className(), whole, found, own);
    }

    private void tellOfWhatOthersMightRun(TestDescriptor topLevel, @Nullable String className) {
        try {
            if (className != null && divisibility.isAsked(topLevel) && divisibility.isDivisible(topLevel)) {
                List<String> all = members(topLevel);
                tell(className, false, all, new HashSet<>(all));
            }
        } catch (RuntimeException | Error e) {
            guard.failed("see whether other machines may run some of a class", e);
        }
    }

    /** Whether a test, or something below it, is another machine's. What is in a class that stays together need not be there yet. */
    boolean leavesOut(TestDescriptor test, TestDescriptor topLevel) {
        Share now = share;
        if (now.part() == 0 || !topLevel.getUniqueId().toString().equals(discovered)) {
            return false;
        }
        return whole
                ? now.part() > 1
                : test != topLevel && !own.contains(member(test.getUniqueId().toString(), discovered));
    }

    private void tell(String className, boolean whole, List<String> found, Set<String> ours) {
        for (int from = 0; from == 0 || from < found.size(); from += MEMBERS_AT_A_TIME) {
            List<String> some = found.subList(from, Math.min(found.size(), from + MEMBERS_AT_A_TIME));
            supervisor.tell(new Event.Members(
                    className,
                    whole,
                    List.copyOf(some),
                    some.stream().filter(ours::contains).toList()));
        }
    }

    private static List<String> members(TestDescriptor topLevel) {
        String top = topLevel.getUniqueId().toString();
        List<String> members = new ArrayList<>();
        for (TestDescriptor member : topLevel.getChildren()) {
            members.add(member(member.getUniqueId().toString(), top));
        }
        return members;
    }

    /** The segment behind that of the class, without its brackets. What is in a segment cannot be taken for its end. */
    private static String member(String id, String topLevel) {
        int begin = topLevel.length() + "/[".length();
        int end = id.indexOf("]/", begin);
        return id.substring(begin, end < 0 ? id.length() - 1 : end);
    }

    private static @Nullable String className(TestDescriptor topLevel) {
        return topLevel.getSource().orElse(null) instanceof ClassSource source ? source.getClassName() : null;
    }
}
