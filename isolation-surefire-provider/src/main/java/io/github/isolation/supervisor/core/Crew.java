package io.github.isolation.supervisor.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All workers that live: those that run classes, and those that were started ahead.
 *
 * @param lanes one for each fork
 * @param spares beside them
 */
record Crew(List<Lane> lanes, Spares spares) {
    /** All, at this moment. */
    List<Lane> everyone() {
        return Stream.concat(lanes.stream(), spares.all().stream())
                .filter(Lane::isLive)
                .toList();
    }

    /** The worker with this serial, if it lives. Asked for every event. */
    Optional<Lane> find(int serial) {
        for (Lane lane : lanes) {
            if (lane.serial() == serial && lane.isLive()) {
                return Optional.of(lane);
            }
        }
        return everyone().stream().filter(lane -> lane.serial() == serial).findFirst();
    }
}
