package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.PlannedTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a class in a worker's hands another could run: its members that are not begun, in the order in which they will be. A
 * member is what stands directly in the class, a test or a class with all its tests; it is given away as a whole.
 */
public final class Division {
    private final String prefix;
    private final long since;
    private final Map<String, Set<String>> open = new LinkedHashMap<>();
    private int begun;
    private @Nullable Request asked;

    /** @param shares for how many forks it was asked */
    private record Request(long number, int shares, List<String> members) {}

    /**
     * Of a class that is about to begin.
     *
     * @param classId its unique id
     */
    Division(String classId, Collection<PlannedTest> planned, long nowMillis) {
        this.prefix = classId + "/";
        this.since = nowMillis;
        for (PlannedTest test : planned) {
            String member = member(test.id());
            if (member != null) {
                open.computeIfAbsent(member, id -> new LinkedHashSet<>()).add(test.id());
            }
        }
    }

    /** The member that a test is, or is in; null if it is none of this class. */
    private @Nullable String member(String id) {
        if (!id.startsWith(prefix)) {
            return null;
        }
        int end = id.indexOf("]/", prefix.length());
        return end < 0 ? id : id.substring(0, end + 1);
    }

    /** Something was heard of this test. */
    void begins(String id) {
        String member = member(id);
        if (member != null && open.remove(member) != null) {
            begun++;
        }
    }

    /** How long it will take, if it goes on as it has begun, in milliseconds; 0 while nothing is known. */
    public long millisLeft(long nowMillis) {
        return begun == 0 ? 0 : Math.max(0, nowMillis - since) * open.size() / begun;
    }

    /** How many members are not begun. */
    public int size() {
        return open.size();
    }

    /** For how many forks its worker was asked for members and has not answered. */
    public int promised() {
        return asked == null ? 0 : asked.shares();
    }

    /**
     * The members to ask for: those that would be the last to begin, so that all have as much left.
     *
     * @param shares for how many forks, of which none has anything
     */
    public List<String> ask(long number, int shares) {
        int most = (int) Math.ceil((double) open.size() * shares / (shares + 1));
        int count = Math.min(most, Selection.IDS_AT_A_TIME);
        List<String> last = List.copyOf(open.keySet()).subList(open.size() - count, open.size());
        asked = new Request(number, shares, last);
        return last;
    }

    /**
     * Takes what the worker gives back. What it was asked for and keeps it has begun, and is not asked for again.
     *
     * @return the tests of each share; none if this is the answer to another question
     */
    public List<Set<String>> answered(long number, Collection<String> members) {
        Request request = asked;
        if (request == null || request.number() != number) {
            return List.of();
        }
        asked = null;
        List<Set<String>> given = new ArrayList<>();
        for (String member : members) {
            Set<String> tests = open.remove(member);
            if (tests != null) {
                given.add(tests);
            }
        }
        request.members().forEach(this::begins);
        int shares = Math.min(request.shares(), given.size());
        List<Set<String>> shared = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            Set<String> share = new LinkedHashSet<>();
            given.subList(given.size() * i / shares, given.size() * (i + 1) / shares)
                    .forEach(share::addAll);
            shared.add(share);
        }
        return shared;
    }
}
