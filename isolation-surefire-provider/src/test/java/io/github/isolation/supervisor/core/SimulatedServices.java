package io.github.isolation.supervisor.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Services of simulated forks: each worker waits for them before its first class, some do not start, some end. */
final class SimulatedServices {
    private final Random chance;

    /** The fork in which they do not start; 0 for none, -1 for all. */
    int brokenFork;

    /** How many in a hundred steps let one end. */
    int endPercent;

    /** How many in a hundred start with another port than their worker knows. */
    int movePercent;

    /** Tests in flight in a fork when a service of it ended. */
    final Set<String> bereft = new HashSet<>();

    private final Deque<Input> atOnce = new ArrayDeque<>();

    SimulatedServices(long seed) {
        this.chance = new Random(seed);
    }

    /** A worker is started: what is said before anybody hears of it. */
    void launched(Effect.Launch launch) {
        if (!launch.spare()) {
            atOnce.add(new Input.Unready(launch.serial()));
        }
    }

    /** What must be heard before anything else. */
    @Nullable
    Input first() {
        return atOnce.poll();
    }

    /** What becomes of them for a worker. */
    Input forWorker(int serial, int fork) {
        if (brokenFork == fork || brokenFork < 0) {
            return new Input.ServiceFailed(serial, "service 's' of fork " + fork + " does not start");
        }
        boolean moves = chance.nextInt(100) < movePercent;
        return new Input.Tidied(serial, moves ? "service 's' has another port" : null);
    }

    boolean ends() {
        return chance.nextInt(100) < endPercent;
    }
}
