package io.github.isolation.record;

import java.util.ArrayList;
import java.util.List;

/**
 * A trial: classes were run again after the tests, to see why one of them failed. Its results are nobody's but its own.
 *
 * @param at when it began
 * @param number of the trial in this run, from 1
 * @param lanes what each of its workers ran, in this order: classes, or some of their tests
 * @param failed tests that failed in it
 * @param passed those of which it was asked, and which passed
 * @param problem why it was of no use, if that is so
 */
public record TrialFact(
        long at,
        int number,
        List<List<String>> lanes,
        List<String> failed,
        List<String> passed,
        long millis,
        String problem)
        implements Fact {
    @Override
    public String line() {
        List<JsonWriter> ran = new ArrayList<>();
        for (List<String> lane : lanes) {
            ran.add(new JsonWriter().put("ran", lane));
        }
        return JsonWriter.of("trial")
                .put("at", at)
                .put("number", number)
                .objects("lanes", ran)
                .put("failed", failed)
                .put("passed", passed)
                .put("millis", millis)
                .put("problem", problem)
                .toString();
    }

    static TrialFact read(Fields in) {
        List<List<String>> lanes = new ArrayList<>();
        for (Fields lane : in.objects("lanes")) {
            lanes.add(lane.texts("ran"));
        }
        return new TrialFact(
                in.number("at"),
                in.count("number"),
                lanes,
                in.texts("failed"),
                in.texts("passed"),
                in.number("millis"),
                in.text("problem"));
    }
}
