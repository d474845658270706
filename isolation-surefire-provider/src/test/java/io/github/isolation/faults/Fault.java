package io.github.isolation.faults;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one call that goes wrong in a run. Every call in a worker's classes is announced here before it happens, by code that
 * {@link FaultyClasses} has put there. Static, since that code must find it.
 */
public final class Fault {
    /** What is thrown where a call goes wrong. */
    public enum Kind {
        /** What any code may throw. */
        EXCEPTION {
            @Override
            Throwable thrown() {
                return new IllegalStateException("injected");
            }
        },
        /** What tests cause that use up all memory. */
        ERROR {
            @Override
            Throwable thrown() {
                return new OutOfMemoryError("injected");
            }
        };

        abstract Throwable thrown();
    }

    private static final Map<String, Integer> USES = new ConcurrentHashMap<>();
    private static volatile @Nullable String target;
    private static volatile int wantedUse;
    private static volatile Kind kind = Kind.EXCEPTION;
    private static volatile boolean hit;

    private Fault() {}

    /** From here on, this use of this call goes wrong; counted from 1. None does if there is no such call. */
    static void arm(@Nullable String site, int use, Kind how) {
        USES.clear();
        hit = false;
        wantedUse = use;
        kind = how;
        target = site;
    }

    /** Nothing goes wrong any more. Says whether something did. */
    static boolean disarm() {
        target = null;
        return hit;
    }

    /** How often each call has happened since. */
    static Map<String, Integer> uses() {
        return Map.copyOf(USES);
    }

    /** A call is about to happen. */
    public static void at(String site) {
        int use = USES.merge(site, 1, Integer::sum);
        if (site.equals(target) && use == wantedUse) {
            hit = true;
            Fault.<RuntimeException>sneak(kind.thrown());
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
