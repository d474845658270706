package io.github.isolation.shard;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.record.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a shard leaves of a module, in lines of JSON in plain ASCII: of each run a header and every class that there is, before
 * anything runs; what became of its own classes, and an end, after that. Each line names its run by {@code id}.
 */
public final class ShardFile {
    private static final Pattern ATTEMPT = Pattern.compile("shard-(\\d+)-of-(\\d+|queue)\\.attempt-(\\d+)\\.jsonl");

    private static final class Draft {
        private final ShardHeader header;
        private final List<ScannedClass> scanned = new ArrayList<>();
        private final List<ReportedClass> reported = new ArrayList<>();
        private final List<ClassMembers> members = new ArrayList<>();
        private @Nullable ShardEnd end;

        private Draft(ShardHeader header) {
            this.header = header;
        }
    }

    private ShardFile() {}

    /** Whether a file with this name may be one. */
    public static boolean isOne(Path file) {
        return ATTEMPT.matcher(String.valueOf(file.getFileName())).matches();
    }

    /**
     * Which attempt a build is at: one more than the highest of other builds that is there, unless it has begun already.
     *
     * @param directory where files of shards are; there may be none
     */
    static int attempt(Path directory, int shard, int total, String build) throws IOException {
        int attempt = 1;
        for (Path file : all(directory)) {
            Matcher name = ATTEMPT.matcher(String.valueOf(file.getFileName()));
            if (name.matches()
                    && name.group(1).equals("" + shard)
                    && name.group(2).equals("" + total)) {
                int of = Integer.parseInt(name.group(3));
                attempt = Math.max(attempt, isOf(file, build) ? of : of + 1);
            }
        }
        return attempt;
    }

    /**
     * Whether a build has begun with these tests.
     *
     * @param directory where files of shards are; there may be none
     */
    static boolean hasBegun(Path directory, String build, String key) throws IOException {
        for (Path file : all(directory)) {
            if (read(file).stream()
                    .map(ShardRun::header)
                    .anyMatch(header ->
                            header.build().equals(build) && header.key().equals(key))) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> all(Path directory) throws IOException {
        List<Path> all = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (var files = Files.newDirectoryStream(directory, "shard-*.jsonl")) {
                for (Path file : files) {
                    if (isOne(file)) {
                        all.add(file);
                    }
                }
            }
        }
        return all;
    }

    /** Where one of them does not say which run it is, nobody knows. */
    private static boolean isOfAnotherRun(Path file, String run) {
        try {
            List<ShardRun> runs = read(file);
            return !run.isEmpty()
                    && !runs.isEmpty()
                    && runs.stream().map(one -> one.header().run()).noneMatch(of -> of.isEmpty() || of.equals(run));
        } catch (IOException e) {
            return false;
        }
    }

    /** What cannot be read is another's. */
    private static boolean isOf(Path file, String build) {
        try {
            return read(file).stream().anyMatch(run -> run.header().build().equals(build));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes down what is to be run, at once. What another build of CI has left goes before that: in a workspace that is kept, it would be
     * taken for this one's.
     */
    public static void begin(Path directory, ShardHeader header, List<ScannedClass> scanned) throws IOException {
        Files.createDirectories(directory);
        for (Path file : all(directory)) {
            if (isOfAnotherRun(file, header.run()) && !isOf(file, header.build())) {
                FileTrees.delete(
                        file.resolveSibling(String.valueOf(file.getFileName()).replace(".jsonl", "")));
                Files.deleteIfExists(file);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(header.line());
        scanned.forEach(one -> lines.add(one.line(header.id())));
        append(directory.resolve(ShardHeader.fileName(header.shard(), header.total(), header.attempt())), lines);
    }

    /** Writes down what became of it, where nothing is to be said of members of classes. */
    public static void end(Path file, String id, List<ReportedClass> reported, ShardEnd end) throws IOException {
        end(file, id, reported, List.of(), end);
    }

    /** Writes down what became of it. */
    public static void end(Path file, String id, List<ReportedClass> reported, List<ClassMembers> members, ShardEnd end)
            throws IOException {
        List<String> lines = new ArrayList<>();
        reported.forEach(one -> lines.add(one.line(id)));
        members.forEach(one -> lines.add(one.line(id)));
        lines.add(end.line(id));
        append(file, lines);
    }

    private static void append(Path file, List<String> lines) throws IOException {
        String text = String.join("\n", lines) + "\n";
        Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * All runs of a file, the first one first. A last line that is cut is none, and kinds of lines that this version does not know are
     * skipped.
     *
     * @throws IOException if it cannot be read or understood
     */
    public static List<ShardRun> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        Map<String, Draft> drafts = new LinkedHashMap<>();
        int number = 0;
        try {
            for (String line : lines) {
                number++;
                take(drafts, Fields.of(line));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
        }
        return drafts.values().stream()
                .map(draft -> new ShardRun(draft.header, draft.scanned, draft.reported, draft.members, draft.end))
                .toList();
    }

    private static void take(Map<String, Draft> drafts, Fields in) {
        String what = in.text("what");
        String id = in.text("id");
        if (what.equals("shard")) {
            if (drafts.put(id, new Draft(ShardHeader.read(in))) != null) {
                throw new IllegalArgumentException("run " + id + " begins twice");
            }
            return;
        }
        Draft draft = drafts.get(id);
        if (draft == null) {
            throw new IllegalArgumentException("no line says what run " + id + " is");
        }
        switch (what) {
            case "class" -> draft.scanned.add(ScannedClass.read(in));
            case "reported" -> draft.reported.add(ReportedClass.read(in));
            case "members" -> draft.members.add(ClassMembers.read(in));
            case "end" -> draft.end = ShardEnd.read(in);
            default -> {} // of a later version
        }
    }
}
