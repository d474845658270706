package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.account.ClassAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether what came of a class counts. Where several machines share a queue, that is asked before Maven hears of any of it, and a no means that
 * another machine has the class: nothing of it is told here. Without a queue everything counts, and is told at once.
 */
final class Deliveries {
    private final Audit audit;
    private final Outbox out;
    private final Map<String, List<Long>> held = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();
    private boolean asks;

    Deliveries(Audit audit, Outbox out) {
        this.audit = audit;
        this.out = out;
    }

    /** From here on, it is asked. */
    void ask() {
        asks = true;
    }

    /** Whether it is asked. */
    boolean areAsked() {
        return asks;
    }

    /** Whether every question has its answer. */
    boolean isEmpty() {
        return asked.isEmpty();
    }

    /** Whether another machine has a class that is not over here. */
    boolean isRevoked(String className) {
        return revoked.contains(className);
    }

    /** All of these. */
    Set<String> revoked() {
        return Set.copyOf(revoked);
    }

    /** Nobody runs anything of this attempt at a class any more; there may be another one. */
    void over(ClassAccount account, boolean again) {
        String name = account.className();
        if (!asks || name.isEmpty()) {
            account.keys().forEach(out::release);
            return;
        }
        List<Long> keys = held.computeIfAbsent(name, any -> new ArrayList<>());
        keys.addAll(account.keys());
        if (revoked.contains(name)) {
            discard(name);
        } else if (!again) {
            asked.add(name);
            out.add(new Effect.Deliver(name, List.copyOf(keys)));
        }
    }

    /** There is nothing to run in it, which is a result as well: no other machine need look at it. */
    void leftOut(String className) {
        if (asks) {
            asked.add(className);
            out.add(new Effect.Deliver(className, List.of()));
        }
    }

    /** It counts. */
    void accepted(String className) {
        if (asked.remove(className)) {
            keys(className).forEach(out::release);
            out.counted(className);
        }
    }

    /**
     * It does not count, or will not.
     *
     * @return whether nothing of it is left to be ended here
     */
    boolean revoked(String className) {
        if (asked.remove(className)) {
            discard(className);
            return true;
        }
        revoked.add(className);
        return false;
    }

    /** Nothing of it is told. */
    void discard(String className) {
        revoked.remove(className);
        audit.excused(className);
        out.discard(className, keys(className));
    }

    /** It was not begun here, and will not be. */
    void giveBack(String className) {
        audit.excused(className);
        out.add(new Effect.GiveBack(className));
    }

    private List<Long> keys(String className) {
        List<Long> keys = held.remove(className);
        return keys == null ? List.of() : keys;
    }
}
