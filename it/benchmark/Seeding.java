import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.Seeder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Seeding four forks against four sequential {@code cp -a}, and restoring one fork against a full copy: medians of paired
 * runs, one of each in turn, so that both have the same weather. Arguments: a directory, the number of pairs, and, to
 * measure less, a word that the names of what is measured must have.
 */
public final class Seeding {
    private static final int FORKS = 4;
    private static final int FEW = 1000;

    private final Path directory;
    private final int pairs;
    private final String filter;
    private Path forks = Path.of("");
    private int works;

    private Seeding(Path directory, int pairs, String filter) {
        this.directory = directory;
        this.pairs = pairs;
        this.filter = filter;
    }

    public static void main(String[] arguments) throws Exception {
        new Seeding(
                        Path.of(arguments[0]).toAbsolutePath(),
                        Integer.parseInt(arguments[1]),
                        arguments.length > 2 ? arguments[2] : "")
                .run();
    }

    /** One thing that takes time. */
    private interface Work {
        void run() throws Exception;
    }

    private void run() throws Exception {
        System.out.printf("%-58s %8s %8s %6s %6s%n", "", "ours", "other", "ratio", "goal");
        compare("seed 4 forks, 4 x 256 MB: copy : cp -a", 0.8, () -> seed(large(), SeedMode.COPY), () -> cp(large(), FORKS));
        compare("seed 4 forks, 10,000 x 4 KB: copy : cp -a", 1.0, () -> seed(small(), SeedMode.COPY), () -> cp(small(), FORKS));
        compare("seed 4 forks, 4 x 256 MB: link : copy", 0.25, () -> seed(large(), SeedMode.LINK), () -> seed(large(), SeedMode.COPY));
        reseed("reseed 1 fork, 1 % of 10,000 x 4 KB changed : full copy", this::small, 100);
        reseed("reseed 1 fork, 1 % of 100 x 4 MB changed : full copy", () -> files("medium/content", 100, 4 << 20), 1);
    }

    /** Made by the first pair, which does not count. */
    private Path large() throws IOException {
        return files("large/content", 4, 256 << 20);
    }

    private Path small() throws IOException {
        return files("small/content", 10_000, 4096);
    }

    /** The full copy is what a fork would get without a manifest: everything again. */
    private void reseed(String name, Callable<Path> files, int changes) throws Exception {
        if (!name.contains(filter)) {
            return;
        }
        Path source = files.call();
        Seed seed = new Seed("x", source, SeedMode.COPY, "1");
        Path fork = directory.resolve("reseeded/" + works++);
        new Seeder().seed(seed, fork);
        compare(
                name,
                0.1,
                () -> new Seeder().seed(seed, fork),
                () -> cp(source, 1),
                () -> {
                    for (int i = 0; i < changes; i++) {
                        Files.writeString(fork.resolve("x/d" + i % 100 + "/f" + i), "changed");
                    }
                });
    }

    private void compare(String name, double goal, Work ours, Work other) throws Exception {
        compare(name, goal, ours, other, () -> {});
    }

    private void compare(String name, double goal, Work ours, Work other, Work before) throws Exception {
        if (!name.contains(filter)) {
            return;
        }
        List<Double> left = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pair = -1; pair < pairs; pair++) {
            before.run();
            double mine = seconds(ours);
            double theirs = seconds(other);
            if (pair >= 0) {
                left.add(mine);
                right.add(theirs);
                ratios.add(mine / theirs);
            }
        }
        System.out.printf(
                Locale.ROOT, "%-58s %6.2f s %6.2f s %6.2f %6.2f %s%n",
                name, median(left), median(right), median(ratios), goal, median(ratios) <= goal ? "" : "MISSED");
    }

    /**
     * Each in a directory of its own. Many small files stay until the end: ext4 takes ten times as long to make a file where
     * many have just been deleted, because for minutes it does not use their inodes again, and looks at each of them every time.
     */
    private double seconds(Work work) throws Exception {
        forks = directory.resolve("forks/" + works++);
        exec("sync");
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (Files.exists(forks) && isFew(forks)) {
            delete(forks);
        }
        return seconds;
    }

    private static boolean isFew(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.limit(FEW + 1).count() <= FEW;
        }
    }

    /** As prepare-forks does it. */
    private void seed(Path source, SeedMode mode) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(
                Math.min(FORKS, Math.max(2, Runtime.getRuntime().availableProcessors())));
        List<Callable<Object>> seeding = new ArrayList<>();
        Seeder seeder = Seeder.forManyForks();
        for (int fork = 1; fork <= FORKS; fork++) {
            Path fixtures = forks.resolve("" + fork);
            seeding.add(() -> seeder.seed(new Seed("x", source, mode, "1"), fixtures));
        }
        for (Future<Object> future : executor.invokeAll(seeding)) {
            future.get();
        }
        executor.shutdown();
    }

    private void cp(Path source, int times) throws Exception {
        for (int fork = 1; fork <= times; fork++) {
            Path target = Files.createDirectories(forks.resolve("" + fork));
            exec("cp", "-a", source.toString(), target.resolve("x").toString());
        }
    }

    private Path files(String name, int count, int size) throws IOException {
        Path root = directory.resolve(name);
        if (Files.exists(root)) {
            return root;
        }
        byte[] bytes = new byte[size];
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            random.nextBytes(bytes);
            Path file = root.resolve("d" + i % 100 + "/f" + i);
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(bytes);
            }
        }
        return root;
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> walk = Files.walk(root)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void exec(String... command) throws Exception {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
