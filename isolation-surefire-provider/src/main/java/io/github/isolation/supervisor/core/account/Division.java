package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event.Ahead;
import io.github.isolation.protocol.PlannedTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What of a class in a worker's hands another could run: its members that are not begun, in the order in which they will be. A
 * member is what stands directly in the class, a test or a class with all its tests, and is given away as a whole; or an
 * invocation of the test that runs, once its worker has {@linkplain Ahead told} of it.
 */
public final class Division {
    /** Of a member of which nobody knows how long it takes, while nothing has begun. */
    private static final long SOME_MICROS = 1;

    private final String prefix;
    private final Set<String> templates;
    private final ToLongFunction<String> usualMillis;
    private final long since;
    private final Map<String, Member> open = new LinkedHashMap<>();
    private final Left members = new Left();
    private final Left invocations = new Left();
    private int begun;
    private int begunElsewhere;
    private long millisElsewhere;
    private @Nullable RunningTemplate running;
    private @Nullable Request asked;

    /** @param usualMillis what it took in an earlier run; negative if nobody knows */
    private record Member(Set<String> tests, boolean invocation, long usualMillis) {}

    /**
     * A question that is open.
     *
     * @param shares for how many forks it was asked
     * @param members what was asked for, and how long it will take
     */
    private record Request(long number, int shares, Map<String, Long> members) {}

    /** What is open of one kind. */
    private static final class Left {
        private int count;
        private int unknown;
        private long usualMillis;

        void count(Member member, int more) {
            count += more;
            unknown += member.usualMillis() < 0 ? more : 0;
            usualMillis += member.usualMillis() < 0 ? 0 : more * member.usualMillis();
        }

        long micros(long each) {
            return unknown * each + usualMillis * 1_000;
        }
    }

    /**
     * Of a class that is about to begin.
     *
     * @param classId its unique id
     * @param templates the members whose invocations others may run
     * @param usualMillis what a test took in an earlier run, by its unique id; negative if nobody knows
     */
    Division(
            String classId,
            Collection<String> templates,
            Collection<PlannedTest> planned,
            ToLongFunction<String> usualMillis,
            long nowMillis) {
        this.prefix = classId + "/";
        this.templates = new HashSet<>(templates);
        this.usualMillis = usualMillis;
        this.since = nowMillis;
        Map<String, Set<String>> tests = new LinkedHashMap<>();
        for (PlannedTest test : planned) {
            String member = member(test.id());
            if (member != null) {
                tests.computeIfAbsent(member, id -> new LinkedHashSet<>()).add(test.id());
            }
        }
        tests.forEach((id, within) -> add(id, within, false));
    }

    private void add(String id, Set<String> tests, boolean invocation) {
        long usual = 0;
        for (String test : tests) {
            long one = usualMillis.applyAsLong(test);
            usual = one < 0 || usual < 0 ? -1 : usual + one;
        }
        Member member = new Member(tests, invocation, usual);
        if (open.put(id, member) == null) {
            left(member).count(member, 1);
        }
    }

    private @Nullable Member take(String id) {
        Member member = open.remove(id);
        if (member != null) {
            left(member).count(member, -1);
        }
        return member;
    }

    private Left left(Member member) {
        return member.invocation() ? invocations : members;
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
    void begins(String id, long nowMillis) {
        RunningTemplate template = running;
        if (template != null && template.has(id)) {
            take(id);
            template.begins(id);
            return;
        }
        String member = member(id);
        if (member == null) {
            return;
        }
        boolean first = take(member) != null;
        if (templates.remove(member)) {
            running = new RunningTemplate(member, nowMillis);
        } else if (first) {
            begun++;
        }
    }

    /** This test is over, or was skipped. */
    void ends(String id, long nowMillis) {
        begins(id, nowMillis);
        RunningTemplate template = running;
        if (template != null && template.is(id)) {
            begunElsewhere += template.begun();
            millisElsewhere += template.millis(nowMillis);
            running = null;
        }
    }

    /** Its worker says what comes next of the test that runs: before all that is open, since that begins after it. */
    void ahead(Ahead next) {
        RunningTemplate template = running;
        if (template != null && template.is(next.test())) {
            template.told(next.more());
            Map<String, Member> after = new LinkedHashMap<>(open);
            open.clear();
            next.invocations()
                    .forEach(one -> add(one.test().id(), Set.of(one.test().id()), true));
            open.putAll(after);
        }
    }

    /**
     * The test that runs, if its worker could say what comes next of it.
     *
     * @param millis for how long it must have run already: as much may be left of it, as far as anybody knows
     */
    public @Nullable String unknownAhead(long millis, long nowMillis) {
        RunningTemplate template = running;
        if (template == null || invocations.count > 0) {
            return null;
        }
        return template.isToBeAsked() && template.millis(nowMillis) >= millis ? template.id() : null;
    }

    /** Its worker was asked. */
    public void looksAhead() {
        if (running != null) {
            running.asked();
        }
    }

    /** Whether there is something that others could run, or may be. */
    public boolean mayYield() {
        return size() + promised() > 0 || (running != null && running.mayHaveMore());
    }

    /** How long it will take, if it goes on as it has begun, in milliseconds; 0 while nothing is known. */
    public long millisLeft(long nowMillis) {
        return microsLeft(nowMillis, 0) / 1_000;
    }

    private long microsLeft(long nowMillis, long atLeast) {
        return members.micros(Math.max(atLeast, microsOfMember(nowMillis)))
                + invocations.micros(Math.max(atLeast, microsOfInvocation(nowMillis)));
    }

    /** What a member took so far that has no invocations; where there was none, what anything took. */
    private long microsOfMember(long nowMillis) {
        RunningTemplate template = running;
        long ofTemplate = template == null ? 0 : template.millis(nowMillis);
        long all = Math.max(0, nowMillis - since);
        if (begun > 0) {
            return Math.max(0, all - millisElsewhere - ofTemplate) * 1_000 / begun;
        }
        int anything = begunElsewhere + (template == null ? 0 : template.begun());
        return anything == 0 ? 0 : all * 1_000 / anything;
    }

    private long microsOfInvocation(long nowMillis) {
        RunningTemplate template = running;
        return template == null || template.begun() == 0 ? 0 : template.millis(nowMillis) * 1_000 / template.begun();
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
    public List<String> ask(long number, int shares, long nowMillis) {
        long ofMember = Math.max(SOME_MICROS, microsOfMember(nowMillis));
        long ofInvocation = Math.max(SOME_MICROS, microsOfInvocation(nowMillis));
        long all = microsLeft(nowMillis, SOME_MICROS);
        long sum = 0;
        List<String> order = new ArrayList<>(open.keySet());
        int first = order.size();
        Map<String, Long> members = new LinkedHashMap<>();
        while (first > 0 && sum * (shares + 1) < all * shares && order.size() - first < Selection.IDS_AT_A_TIME) {
            Member member = open.get(order.get(--first));
            sum += micros(member, ofMember, ofInvocation);
        }
        for (String id : order.subList(first, order.size())) {
            members.put(id, micros(open.get(id), ofMember, ofInvocation));
        }
        asked = new Request(number, shares, members);
        return List.copyOf(members.keySet());
    }

    private static long micros(@Nullable Member member, long ofMember, long ofInvocation) {
        if (member == null) {
            return 0;
        }
        return member.usualMillis() >= 0 ? member.usualMillis() * 1_000 : member.invocation() ? ofInvocation : ofMember;
    }

    /**
     * Takes what the worker gives back. What it was asked for and keeps it has begun, and is not asked for again.
     *
     * @return the tests of each share; none if this is the answer to another question
     */
    public List<Set<String>> answered(long number, Collection<String> given) {
        Request request = asked;
        if (request == null || request.number() != number) {
            return List.of();
        }
        asked = null;
        Map<Set<String>, Long> taken = new LinkedHashMap<>();
        for (String id : given) {
            Member member = request.members().containsKey(id) ? take(id) : null;
            if (member != null) {
                templates.remove(id);
                taken.put(member.tests(), request.members().getOrDefault(id, 0L));
            }
        }
        for (String id : request.members().keySet()) {
            Member kept = take(id);
            begun += kept == null || kept.invocation() || templates.contains(id) ? 0 : 1;
        }
        return shared(taken, request.shares());
    }

    /** One share after the other, each with as much. */
    private static List<Set<String>> shared(Map<Set<String>, Long> taken, int shares) {
        long all = taken.values().stream().mapToLong(Long::longValue).sum();
        List<Set<String>> shared = new ArrayList<>();
        long before = 0;
        long last = -1;
        for (Map.Entry<Set<String>, Long> one : taken.entrySet()) {
            long share = all == 0 ? 0 : before * shares / all;
            if (share != last) {
                shared.add(new LinkedHashSet<>());
            }
            shared.get(shared.size() - 1).addAll(one.getKey());
            last = share;
            before += one.getValue();
        }
        return shared;
    }
}
