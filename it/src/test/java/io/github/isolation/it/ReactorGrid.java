package io.github.isolation.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs modules of a reactor with stock Surefire and with us, in one build each, and compares module by module. What was run
 * is written down in {@code ran.txt}, for the page that says so.
 */
public final class ReactorGrid {
    private final File localRepository;
    private final Path reactor;
    private final Allowed allowed;

    /** For the reactor in this directory. */
    public ReactorGrid(File localRepository, File reactor) throws IOException {
        this.localRepository = localRepository;
        this.reactor = reactor.toPath();
        this.allowed = Allowed.read(this.reactor.resolve("allowed-differences.txt"));
    }

    /**
     * One way of running modules.
     *
     * @param how for a person; names the reports and logs, too
     * @param maven the home of the Maven that runs it
     * @param arguments for both builds
     * @param more for the build with us only
     */
    public record Way(String how, File maven, List<String> modules, List<String> arguments, List<String> more) {

        public Way {
            modules = List.copyOf(modules);
            arguments = List.copyOf(arguments);
            more = List.copyOf(more);
        }

        /** The name of the build with us. */
        public String ours() {
            return how.replaceAll("[^\\w.]+", "-");
        }

        String stock() {
            return "stock-" + ours();
        }

        /** What a difference begins with, and so what the list of allowed ones can ask for. */
        private String label(String module) {
            return how + ": " + module;
        }

        private boolean isParallel() {
            return arguments.stream().anyMatch(argument -> argument.startsWith("-T"));
        }
    }

    /** What differs, in words. */
    public List<String> compare(Way way) throws IOException, InterruptedException {
        int stock = build(way, way.stock(), List.of("-Disolation.skip"));
        List<String> more = new ArrayList<>(List.of("-Disolation.skip=false"));
        more.addAll(way.more());
        int ours = build(way, way.ours(), more);
        List<Difference> differences = new ArrayList<>();
        for (String module : way.modules()) {
            differences.addAll(inReports(way, module));
        }
        differences.addAll(onTheConsole(way));
        differences.addAll(Parity.exitCodes(stock, ours, way.label("all modules")));
        return differences.stream().map(Difference::toString).toList();
    }

    private List<Difference> inReports(Way way, String module) throws IOException {
        Path stock = reports(module, way.stock());
        Path ours = reports(module, way.ours());
        if (!Files.exists(stock) && !Files.exists(ours)) {
            MatrixPage.note(reactor, module, way.how(), 0, 0);
            return List.of(); // no tests, and the console says the same of that
        }
        Reports expected = Reports.of(stock);
        List<Difference> left = allowed.without(module, Parity.inDepth(expected, Reports.of(ours), way.label(module)));
        MatrixPage.note(reactor, module, way.how(), expected.cases().size(), left.size());
        return left;
    }

    private List<Difference> onTheConsole(Way way) throws IOException {
        Log stock = Log.read(reactor.resolve(way.stock() + ".log"));
        Log ours = Log.read(reactor.resolve(way.ours() + ".log"));
        if (way.isParallel()) {
            return Parity.onTheConsole(
                    Console.ofParallelBuild(stock), Console.ofParallelBuild(ours), way.label("all modules"));
        }
        List<Difference> differences = new ArrayList<>();
        for (String module : way.modules()) {
            Console expected = Console.of(section(stock, module));
            Console actual = Console.of(section(ours, module));
            differences.addAll(allowed.without(module, Parity.onTheConsole(expected, actual, way.label(module))));
        }
        return differences;
    }

    /** What Maven prints while it builds a module; one that it does not mention is an error. */
    private static Log section(Log log, String module) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : log.lines()) {
            if (line.startsWith("[INFO] Building ")) {
                inside = line.startsWith("[INFO] Building parity-options-" + module + " ");
            }
            if (inside) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw new IOException("This build says nothing of " + module);
        }
        return new Log(lines);
    }

    private Path reports(String module, String run) {
        return reactor.resolve(module).resolve("target/reports").resolve(run);
    }

    private int build(Way way, String run, List<String> options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("test", "-fae", "-pl", String.join(",", way.modules())));
        arguments.addAll(options);
        arguments.addAll(way.arguments());
        return MavenRun.start(way.maven(), reactor.toFile(), localRepository, run, arguments)
                .exitCode();
    }
}
