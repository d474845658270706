package io.github.isolation.maven.shard;

import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ShardHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The XML reports of all shards, each in the directory of its execution, and one of each class, in however many parts it was run. */
final class MergedReports {
    private record ClassOfExecution(Path directory, String name) {}

    private record Part(int number, Path file) {}

    private final Path directory;
    private final Map<ClassOfExecution, List<Part>> divided = new LinkedHashMap<>();

    /** In a directory that is there. */
    MergedReports(Path directory) {
        this.directory = directory;
    }

    /** Copies those of these runs; of two that have one name, the second has its shard in its name as well. */
    void copy(List<Shipped> runs) throws IOException {
        for (Shipped one : runs) {
            Path of = directory(one.header());
            for (ReportedClass reported : one.run().reported()) {
                Path file = one.beside(reported.file());
                if (reported.file().isEmpty() || !Files.isRegularFile(file) || !of.startsWith(directory)) {
                    continue;
                }
                if (reported.of() > 0) {
                    divided.computeIfAbsent(new ClassOfExecution(of, reported.name()), any -> new ArrayList<>())
                            .add(new Part(reported.part(), file));
                } else {
                    copy(file, of, "-shard-" + one.header().shard());
                }
            }
        }
        for (Map.Entry<ClassOfExecution, List<Part>> one : divided.entrySet()) {
            List<Part> parts = one.getValue();
            parts.sort(Comparator.comparingInt(Part::number));
            join(parts, one.getKey().directory());
        }
    }

    private Path directory(ShardHeader header) {
        Path of = header.group().isEmpty() ? directory : directory.resolve(header.group());
        return of.resolve(header.key().replace(':', '/')).normalize();
    }

    private static void copy(Path file, Path to, String suffix) throws IOException {
        Files.copy(file, free(to, String.valueOf(file.getFileName()), suffix));
    }

    private static Path free(Path directory, String name, String suffix) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(name);
        return Files.exists(file) ? directory.resolve(name.replace(".xml", suffix + ".xml")) : file;
    }

    /** What is no report any more was changed, which the merge tells of: then each part is there as it is. */
    private static void join(List<Part> parts, Path to) throws IOException {
        String name = String.valueOf(parts.get(0).file().getFileName());
        JoinedReport joined;
        try {
            joined = JoinedReport.of(parts.stream().map(Part::file).toList());
        } catch (IOException e) {
            for (Part part : parts) {
                copy(part.file(), to, "-part-" + part.number());
            }
            return;
        }
        joined.write(free(to, name, "-parts"));
    }
}
