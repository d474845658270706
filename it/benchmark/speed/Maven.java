import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs builds. What they cost is what the shell's {@code time} says: it counts all processes below that were waited for. */
final class Maven {
    private final Path work;
    private final Path repository;

    Maven(Path work, Path repository) {
        this.work = work;
        this.repository = repository;
    }

    /** Downloads, compiles, and fills every cache that a second build finds filled. */
    void warmUp(Path project, List<String> arguments) throws IOException, InterruptedException {
        run(project, 1, arguments, false);
        Archives.await(repository);
        run(project, 1, arguments, true);
    }

    Measured measure(Path project, int forks, List<String> arguments) throws IOException, InterruptedException {
        return run(project, forks, arguments, true);
    }

    private Measured run(Path project, int forks, List<String> arguments, boolean offline)
            throws IOException, InterruptedException {
        Path runs = project.resolve("target/isolation/runs");
        Records.forget(runs);
        List<String> command = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\" > mvn.log 2>&1", "-"));
        command.addAll(List.of("mvn", "-B", "-s", work.resolve("settings.xml").toString()));
        command.addAll(List.of("-Dmaven.legacyLocalRepo=true", "-Dmaven.repo.local=" + repository));
        command.addAll(List.of("-DforkCount=" + forks, "test"));
        command.addAll(arguments);
        if (offline) {
            command.add("-o");
        }
        Process process =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).start();
        Memory memory = new Memory(process.toHandle());
        String[] time = new String(process.getInputStream().readAllBytes()).strip().split("\\s+");
        double peak = memory.end();
        if (process.waitFor() != 0) {
            throw new IOException("a build failed, see " + project.resolve("mvn.log"));
        }
        double cpu = Double.parseDouble(time[1]) + Double.parseDouble(time[2]);
        return Records.read(runs).with(Double.parseDouble(time[0]), cpu, peak, tests(project.resolve("mvn.log")));
    }

    private static String tests(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("Tests run: ") && !line.contains("Time elapsed"))
                .map(line -> line.substring(line.indexOf("Tests run: ")))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IOException("no tests ran, see " + log));
    }
}
