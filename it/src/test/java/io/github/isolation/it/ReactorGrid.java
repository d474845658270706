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
     * @param title names it, and the reports
     * @param maven the home of the Maven that runs it
     * @param arguments for both builds
     */
    public record Way(String title, File maven, List<String> modules, List<String> arguments) {

        public Way {
            modules = List.copyOf(modules);
            arguments = List.copyOf(arguments);
        }
    }

    /** What differs, in words. */
    public List<String> compare(Way way) throws IOException, InterruptedException {
        int stock = build(way, "stock-" + way.title(), "-Disolation.skip");
        int ours = build(way, way.title(), "-Disolation.skip=false");
        List<Difference> differences = new ArrayList<>();
        for (String module : way.modules()) {
            List<Difference> here = allowed.without(module, inReports(module, way.title()));
            MatrixPage.note(reactor, module, way.title(), 0, here.size());
            differences.addAll(here);
        }
        Console expected = Console.of(Log.read(reactor.resolve("stock-" + way.title() + ".log")));
        Console actual = Console.of(Log.read(reactor.resolve(way.title() + ".log")));
        differences.addAll(allowed.without("console", Parity.onTheConsole(stock, expected, ours, actual)));
        return differences.stream().map(one -> way.title() + ": " + one).toList();
    }

    private List<Difference> inReports(String module, String title) throws IOException {
        Path stock = reports(module, "stock-" + title);
        Path ours = reports(module, title);
        if (Files.exists(stock) || Files.exists(ours)) {
            return Parity.inDepth(Reports.of(stock), Reports.of(ours), module);
        }
        return List.of(); // no tests, and the console says the same of that
    }

    private Path reports(String module, String run) {
        return reactor.resolve(module).resolve("target/reports").resolve(run);
    }

    private int build(Way way, String run, String option) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("test", "-fae", "-pl", String.join(",", way.modules()), option));
        arguments.addAll(way.arguments());
        return MavenRun.start(way.maven(), reactor.toFile(), localRepository, run, arguments)
                .exitCode();
    }
}
