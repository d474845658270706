package io.github.isolation.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of the tests is asked for.
 *
 * @param shard from 1; {@link #AUTO} if CI says it, {@link #PLAN} if nothing is to be run, but planned
 * @param total how many shards there are; 0 if CI says it
 */
public record ShardNumber(int shard, int total) {
    public static final int AUTO = -1;
    public static final int PLAN = 0;

    /** No part: machines take classes from a queue. */
    public static final ShardNumber OF_A_QUEUE = new ShardNumber(1, 0);

    private static final Pattern FRACTION = Pattern.compile("(plan|\\d{1,6})/(\\d{1,6})");

    /** Whether only a plan is made. */
    public boolean isPlan() {
        return shard == PLAN;
    }

    /** Whether the variables of CI say it. */
    public boolean isAuto() {
        return shard == AUTO;
    }

    /** As users write it. */
    @Override
    public String toString() {
        return isAuto() ? "auto" : equals(OF_A_QUEUE) ? "queue" : (isPlan() ? "plan" : shard) + "/" + total;
    }

    /** {@code 2/5}, {@code auto} or {@code plan/5}. */
    record Form() implements io.github.isolation.settings.Form<ShardNumber> {
        @Override
        public ShardNumber parse(String text) {
            if (text.equals("auto")) {
                return new ShardNumber(AUTO, 0);
            }
            Matcher fraction = FRACTION.matcher(text);
            if (!fraction.matches()) {
                throw new IllegalArgumentException(
                        "'" + text
                                + "' is no shard; write 2/5 for the second of five, auto where CI says it, or plan/5 to make a plan for five");
            }
            int total = Integer.parseInt(fraction.group(2));
            boolean plan = fraction.group(1).equals("plan");
            int shard = plan ? PLAN : Integer.parseInt(fraction.group(1));
            if (total < 1 || (!plan && (shard < 1 || shard > total))) {
                throw new IllegalArgumentException(
                        "'" + text + "': " + (total < 1 ? "there is no shard" : "shards are counted from 1 to " + total)
                                + "; write 1/5 for the first of five, and 5/5 for the last");
            }
            return new ShardNumber(shard, total);
        }

        @Override
        public String values() {
            return "`2/5`, `auto`, `plan/5`";
        }
    }
}
