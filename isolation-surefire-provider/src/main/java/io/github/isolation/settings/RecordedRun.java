package io.github.isolation.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run that is to be repeated, or one worker of it.
 *
 * @param path of its record, as the user wrote it
 * @param worker the number of the worker; 0 for all of them
 */
public record RecordedRun(String path, int worker) {
    /** All of it. */
    public static final int ALL = 0;

    private static final String WORKER = "#worker=";
    private static final Pattern ONE_WORKER = Pattern.compile("(.+)" + WORKER + "([1-9]\\d{0,8})");

    /** A path, and perhaps a worker behind it. */
    record Form() implements io.github.isolation.settings.Form<RecordedRun> {
        @Override
        public RecordedRun parse(String text) {
            Matcher one = ONE_WORKER.matcher(text);
            if (one.matches()) {
                return new RecordedRun(one.group(1), Integer.parseInt(one.group(2)));
            }
            if (text.contains(WORKER)) {
                throw new IllegalArgumentException(
                        "'" + text + "' names no worker; write path/to/record.jsonl" + WORKER + "7, for example");
            }
            return new RecordedRun(text, ALL);
        }

        @Override
        public String values() {
            return "a path, such as `record.jsonl` or `record.jsonl" + WORKER + "7`";
        }
    }
}
