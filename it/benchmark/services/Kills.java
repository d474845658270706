import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Builds with servers that are killed, see {@code kills} beside this file. Processes are those of a build by where they are and
 * what they run: their working directory, their program or a word of their command line is below the directory of the builds.
 */
public final class Kills {
    private static final long GONE_WITHIN_MILLIS = 2000;
    private static final long PATIENCE_MILLIS = 120_000;
    private static final int LONGEST_DELAY_MILLIS = 2500;
    private static final int TRIES = 5;

    /** Made by JVMs and by libraries of Maven's, which a kill leaves; whoever starts next cleans up, or the system does. */
    private static final String NOT_OURS = "hsperfdata_.*|libjansi.*|jansi-.*|libjline.*|jline-.*|surefire.*|\\.java_pid.*";

    /**
     * What a supervisor has there itself, such as its socket: the next one removes what a killed one left. (One that gives up an
     * archive of classes, on a busy machine, leaves a directory as well, until the next.)
     */
    private static final String UNTIL_THE_NEXT_BUILD = "iso-.*|isolation.*";

    /** What is killed, and when. */
    private enum Victim {
        MAVEN("KILL", false),
        SUPERVISOR("KILL", false),
        SERVER("KILL", false),
        WORKER("KILL", false),
        INTERRUPTED_MAVEN("INT", false),
        MAVEN_WHILE_DATA_ARE_MADE("KILL", true),
        SERVER_WHILE_DATA_ARE_MADE("KILL", true),
        INTERRUPTED_MAVEN_WHILE_DATA_ARE_MADE("INT", true);

        private final String signal;
        private final boolean making;

        Victim(String signal, boolean making) {
            this.signal = signal;
            this.making = making;
        }

        boolean isMaven() {
            return name().contains("MAVEN");
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Path work;
    private final Path project;
    private final Path repository;
    private final List<String> more;
    private final Map<Integer, Long> segments = new ConcurrentHashMap<>();
    private final Set<Path> sharedBefore;
    private final Set<Path> leftByTheKill = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    private Kills(Path work, Path repository, List<String> more) throws IOException {
        this.work = work.toRealPath();
        this.project = this.work.resolve("postgres");
        this.repository = repository.toRealPath();
        this.more = more;
        this.sharedBefore = Set.copyOf(list(Path.of("/dev/shm")));
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        int dashes = words.contains("--") ? words.indexOf("--") : words.size();
        List<String> own = words.subList(2, dashes);
        Kills kills = new Kills(Path.of(words.get(0)), Path.of(words.get(1)), words.subList(Math.min(words.size(), dashes + 1), words.size()));
        int rounds = own.isEmpty() ? 30 : Integer.parseInt(own.get(0));
        long seed = own.size() > 1 ? Long.parseLong(own.get(1)) : System.nanoTime();
        boolean fine;
        try {
            fine = kills.run(rounds, seed);
        } finally {
            kills.over = true;
            kills.ours().forEach(ProcessHandle::destroyForcibly);
        }
        System.exit(fine ? 0 : 1);
    }

    private boolean run(int rounds, long seed) throws Exception {
        System.out.println("kills: " + rounds + " rounds, seed " + seed);
        Thread watch = new Thread(this::watchMemory, "watch");
        watch.setDaemon(true);
        watch.start();
        int first = end(build("first", List.of()));
        if (first != 0) {
            System.out.println("the first build fails, see " + project.resolve("first.log"));
            return false;
        }
        int wrong = 0;
        long longest = 0;
        for (int number = 0; number < rounds; number++) {
            Victim victim = Victim.values()[number % Victim.values().length];
            Round round = round(number, victim, new Random(seed + number));
            longest = Math.max(longest, round.goneAfter);
            wrong += round.problems.isEmpty() ? 0 : 1;
            System.out.printf(
                    "%3d %-40s after %4d ms, of %2d servers; gone after %4d ms; %s%n",
                    number + 1,
                    victim.text(),
                    round.delay,
                    round.servers,
                    round.goneAfter,
                    round.problems.isEmpty() ? "nothing left, next build passes" : String.join("; ", round.problems));
        }
        System.out.printf(
                "kills: %d rounds, %d with something wrong; all servers gone after at most %d ms; seed %d%n",
                rounds, wrong, longest, seed);
        return wrong == 0;
    }

    private static final class Round {
        private int delay;
        private int servers;
        private long goneAfter;
        private final List<String> problems = new ArrayList<>();
    }

    private Round round(int number, Victim victim, Random random) throws Exception {
        Round round = new Round();
        String name = "killed-" + (number + 1);
        boolean killed = false;
        for (int attempt = 0; attempt < TRIES && !killed; attempt++) {
            if (victim.making) {
                delete(project.resolve("target/cache/entries/db"));
            }
            round.delay = random.nextInt(LONGEST_DELAY_MILLIS);
            Process maven = build(name, List.of());
            killed = kill(victim, maven, round);
            if (!killed) {
                end(maven);
            }
        }
        if (!killed) {
            round.problems.add("nothing to kill, " + TRIES + " times");
            return round;
        }
        if (end(build("next-" + (number + 1), List.of())) != 0) {
            round.problems.add("the next build fails, see next-" + (number + 1) + ".log");
        }
        left(round, "after the next build", true);
        for (Path entries : list(project.resolve("target/cache/entries"))) {
            list(entries).stream()
                    .filter(entry -> entry.getFileName().toString().startsWith("."))
                    .forEach(entry -> round.problems.add("after the next build there is " + project.relativize(entry)));
        }
        return round;
    }

    /** Whether there was somebody to kill. */
    private boolean kill(Victim victim, Process maven, Round round) throws Exception {
        while (find(victim, maven).isEmpty()) {
            if (maven.waitFor(10, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        maven.waitFor(round.delay, TimeUnit.MILLISECONDS);
        List<ProcessHandle> servers = servers();
        Optional<ProcessHandle> found = find(victim, maven);
        if (found.isEmpty() || !found.get().isAlive()) {
            return false;
        }
        List<ProcessHandle> family = new ArrayList<>(victim.isMaven() ? ours() : found.get().descendants().toList());
        family.add(found.get());
        if (victim == Victim.SUPERVISOR) {
            family.addAll(servers);
            family.addAll(workers());
        }
        round.servers = (int) servers.stream().filter(Kills::isPostmaster).count();
        signal(victim.signal, found.get());
        round.goneAfter = awaitEnd(family);
        if (round.goneAfter > GONE_WITHIN_MILLIS) {
            round.problems.add("alive after " + GONE_WITHIN_MILLIS + " ms: " + texts(family));
        }
        if (!maven.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            round.problems.add("Maven does not end");
            maven.destroyForcibly().waitFor();
        }
        long rest = awaitEnd(ours());
        if (rest > GONE_WITHIN_MILLIS) {
            round.problems.add("alive " + GONE_WITHIN_MILLIS + " ms after the end of Maven: " + texts(ours()));
        }
        left(round, "after the kill", false);
        return true;
    }

    private Optional<ProcessHandle> find(Victim victim, Process maven) {
        if (victim.making && servers().isEmpty()) {
            return Optional.empty();
        }
        return switch (victim) {
            case MAVEN, INTERRUPTED_MAVEN -> workers().isEmpty() ? Optional.empty() : mavenItself(maven);
            case MAVEN_WHILE_DATA_ARE_MADE, INTERRUPTED_MAVEN_WHILE_DATA_ARE_MADE -> mavenItself(maven);
            case SUPERVISOR -> workers().stream().flatMap(worker -> worker.parent().stream()).findFirst();
            case WORKER -> workers().stream().findAny();
            case SERVER -> servers().stream().filter(Kills::isPostmaster).findAny();
            case SERVER_WHILE_DATA_ARE_MADE -> servers().stream().findFirst();
        };
    }

    /** The script becomes it, or has it as a child. */
    private static Optional<ProcessHandle> mavenItself(Process maven) {
        return Stream.concat(Stream.of(maven.toHandle()), maven.descendants())
                .filter(process -> words(process).stream().anyMatch(word -> word.startsWith("-Dmaven.home=")))
                .findFirst();
    }

    private List<ProcessHandle> workers() {
        return ours().stream()
                .filter(process -> words(process).stream().anyMatch(word -> word.startsWith("-XX:ErrorFile=")))
                .toList();
    }

    /** Those of a fork and those that make data, and what they have started. */
    private List<ProcessHandle> servers() {
        Path entries = project.resolve("target/cache/entries");
        return ours().stream()
                .filter(process -> link(process, "exe").map(exe -> exe.startsWith(entries)).orElse(false))
                .toList();
    }

    private static boolean isPostmaster(ProcessHandle server) {
        List<String> words = words(server);
        return !words.isEmpty() && words.get(0).endsWith("/postgres") && words.contains("-D");
    }

    private List<ProcessHandle> ours() {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && isOurs(process))
                .toList();
    }

    private boolean isOurs(ProcessHandle process) {
        return Stream.of(link(process, "cwd"), link(process, "exe")).flatMap(Optional::stream).anyMatch(path -> path.startsWith(work))
                || words(process).stream().anyMatch(word -> word.contains(work + "/"));
    }

    private static Optional<Path> link(ProcessHandle process, String name) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc/" + process.pid(), name)));
        } catch (IOException e) {
            return Optional.empty(); // it is over, or the system's
        }
    }

    private static List<String> words(ProcessHandle process) {
        try {
            return List.of(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), java.nio.charset.StandardCharsets.ISO_8859_1).split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** As long as a build runs, it is seen which segments of shared memory are its own: later, their maker is gone. */
    private void watchMemory() {
        while (!over) {
            segments().forEach((id, maker) -> {
                if (!segments.containsKey(id) && ProcessHandle.of(maker).map(this::isOurs).orElse(false)) {
                    segments.put(id, maker);
                }
            });
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The makers of all there are, by their ids. */
    private static Map<Integer, Long> segments() {
        Map<Integer, Long> all = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/sysvipc/shm"))) {
                String[] fields = line.strip().split("\\s+");
                if (!fields[0].equals("key")) {
                    all.put(Integer.parseInt(fields[1]), Long.parseLong(fields[4]));
                }
            }
        } catch (IOException e) {
            // There is no such memory in this kernel.
        }
        return all;
    }

    /** What no process is: memory, files, sockets. */
    private void left(Round round, String when, boolean all) throws IOException {
        List<String> left = new ArrayList<>();
        segments().forEach((id, maker) -> {
            if (Objects.equals(segments.get(id), maker)) {
                left.add("segment " + id + " of process " + maker);
            }
        });
        Set<String> mapped = mapped();
        list(Path.of("/dev/shm")).stream()
                .filter(file -> !sharedBefore.contains(file) && !mapped.contains(file.toString()))
                .forEach(file -> left.add(file.toString()));
        for (Path file : list(work.resolve("tmp"))) {
            String name = file.getFileName().toString();
            boolean forNow = name.matches(UNTIL_THE_NEXT_BUILD);
            if (!all && forNow) {
                leftByTheKill.add(file);
            }
            if (!name.matches(NOT_OURS) && (!forNow || (all && leftByTheKill.contains(file)))) {
                left.add(file.toString());
            }
        }
        try (Stream<Path> files = Files.walk(project)) {
            files.filter(Kills::isSocket).forEach(file -> left.add("socket " + file));
        }
        if (!left.isEmpty()) {
            round.problems.add(when + " there is " + String.join(", ", left));
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return ((Integer) Files.getAttribute(file, "unix:mode", java.nio.file.LinkOption.NOFOLLOW_LINKS) & 0170000) == 0140000;
        } catch (IOException e) {
            return false;
        }
    }

    /** Files of /dev/shm that some process uses. */
    private static Set<String> mapped() {
        Set<String> files = ConcurrentHashMap.newKeySet();
        ProcessHandle.allProcesses().forEach(process -> {
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/maps"))) {
                lines.filter(line -> line.contains("/dev/shm/")).forEach(line -> files.add(line.substring(line.indexOf('/')).strip()));
            } catch (IOException | java.io.UncheckedIOException e) {
                // It is over, or somebody else's.
            }
        });
        return files;
    }

    private Process build(String name, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-s", work.resolve("settings.xml").toString()));
        command.addAll(List.of("-Dmaven.legacyLocalRepo=true", "-Dmaven.repo.local=" + repository));
        command.addAll(List.of("test", "-DforkCount=2", "-Dtest=Shop*Test", "-Drun=" + name));
        command.addAll(arguments);
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(project.resolve(name + ".log").toFile());
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        // Temporary files of all JVMs are where nobody else has some.
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + work.resolve("tmp"));
        builder.environment().put("TMPDIR", work.resolve("tmp").toString());
        return builder.start();
    }

    private static int end(Process build) throws InterruptedException {
        if (!build.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            build.descendants().forEach(ProcessHandle::destroyForcibly);
            build.destroyForcibly();
        }
        return build.waitFor();
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-s", name, Long.toString(process.pid())).inheritIO().start().waitFor();
    }

    /** In milliseconds, how long it took until they were gone; more than the limit if some are not. */
    private static long awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
        long begin = System.nanoTime();
        long millis;
        do {
            millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            if (processes.stream().noneMatch(Kills::lives)) {
                return millis;
            }
            Thread.sleep(5);
        } while (millis <= GONE_WITHIN_MILLIS);
        return millis;
    }

    /** What has ended and was not asked how, is not alive: in some containers nobody asks. */
    private static boolean lives(ProcessHandle process) {
        return process.isAlive() && !words(process).equals(List.of(""));
    }

    private static List<String> texts(List<ProcessHandle> processes) {
        return processes.stream()
                .filter(Kills::lives)
                .map(process -> process.pid() + " " + String.join(" ", words(process)))
                .map(text -> text.substring(0, Math.min(160, text.length())))
                .toList();
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
