package io.github.isolation.supervisor;

import io.github.isolation.trial.Piece;
import io.github.isolation.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who had a turn in the first worker of its lane. That is what was asked for; a worker that dies has no successor, but one that ends
 * because a class wants a worker of its own has, and what runs in that one has nothing before it.
 */
final class Turns {
    private static final class Lane {
        int first;
        int current;
        String last = "";
        String ender = "";
    }

    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final Map<String, String> elsewhere = new HashMap<>();

    /** A worker of this fork is handed a class. */
    void handed(int serial, int fork, String className) {
        Lane lane = lanes.computeIfAbsent(fork, any -> new Lane());
        if (lane.first == 0) {
            lane.first = serial;
            lane.current = serial;
        } else if (lane.current != serial) {
            lane.current = serial;
            lane.ender = lane.last;
        }
        lane.last = className;
        if (serial != lane.first) {
            elsewhere.put(className, lane.ender);
        }
    }

    /** Those that had none, each with who had ended that worker; of a lane in which nobody had a turn, none. */
    Map<String, String> cutOff(Trial trial, int firstFork) {
        Map<String, String> all = new HashMap<>(elsewhere);
        for (int i = 0; i < trial.lanes().size(); i++) {
            Lane lane = lanes.get(firstFork + i);
            if (lane != null) {
                List<String> names =
                        trial.lanes().get(i).stream().map(Piece::className).toList();
                for (String behind : names.subList(names.indexOf(lane.last) + 1, names.size())) {
                    all.putIfAbsent(behind, lane.last);
                }
            }
        }
        return all;
    }
}
