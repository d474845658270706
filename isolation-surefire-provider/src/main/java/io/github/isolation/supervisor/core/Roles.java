package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.account.Slice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * In a replay, which worker of the record each worker stands for. That is decided by the first class it is handed that nobody
 * had before it: what is left of a class whose worker died does not count.
 */
final class Roles {
    private final Placement placement;
    private final Map<Integer, String> roles = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    Roles(Placement placement) {
        this.placement = placement;
    }

    /** Whether another worker ran this in the record, so that this one has to make room first. */
    boolean isForAnother(Worker worker, Slice next) {
        String role = placement.worker(next.className());
        String own = roles.get(worker.serial());
        return role != null && own != null && !role.equals(own);
    }

    /** Whether it stands for any. */
    boolean has(Worker worker) {
        return roles.containsKey(worker.serial());
    }

    void handed(Worker worker, Slice slice) {
        String role = placement.worker(slice.className());
        if (role != null && begun.add(slice.className())) {
            roles.put(worker.serial(), role);
        }
    }
}
