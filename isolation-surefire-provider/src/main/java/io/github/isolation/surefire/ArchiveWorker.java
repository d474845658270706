package io.github.isolation.surefire;

import io.github.isolation.archive.CdsArchive;
import io.github.isolation.archive.ClassLists;
import io.github.isolation.archive.Training;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.worker.IsolationProvider;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A worker that makes an archive: like any other, but it knows nothing of the user's tests, options and filters. Of the user's
 * jars it may have to load classes, of which nothing is run.
 */
final class ArchiveWorker implements Training.Launcher {
    /** What would keep our test from being run. */
    private static final Set<String> FILTERS = Set.of(
            "groups",
            "excludegroups",
            "includejunit5engines",
            "excludejunit5engines",
            "configurationparameters",
            "requestedtest");

    private final Booter booter;
    private final CdsArchive shared;
    private final @Nullable ClassLists lists;
    /** What was read of them for the worker that makes the archive; the build waits, so once. */
    private ClassLists.@Nullable Loaded read;

    /** For this archive, of what its test needs, and of what these lists name. */
    ArchiveWorker(Booter booter, CdsArchive shared, @Nullable ClassLists lists) {
        this.booter = booter;
        this.shared = shared;
        this.lists = lists;
    }

    @Override
    public ProcessBuilder prepare(List<String> options, Endpoint endpoint) throws IOException {
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '/' && lists == null) { // the build waits for those that are made after its tests
            command.addAll(List.of("nice", "-n", "19"));
        }
        command.add(booter.commandLine().java());
        command.addAll(options);
        command.add(Booter.MAIN_CLASS);
        command.addAll(booter.arguments(booter.store(properties(endpoint)), booter.store(systemProperties())));
        return new ProcessBuilder(command).directory(booter.directory().toFile());
    }

    @Override
    public void complete(Path directory) throws IOException {
        if (read != null) {
            read.writeUsual(directory.resolve(CdsArchive.USUAL));
        }
    }

    /** So much that the worker checks its temporary directory, as others do: that takes classes, too. */
    private Properties systemProperties() {
        Properties properties = new Properties();
        properties.setProperty(ForkProperties.PROMISE_PREFIX + "java.io.tmpdir", System.getProperty("java.io.tmpdir"));
        return properties;
    }

    private Properties properties(Endpoint endpoint) throws IOException {
        Properties properties = new Properties();
        booter.properties().forEach((key, value) -> {
            String name = key.toString();
            boolean users = name.startsWith("tc.")
                    || name.startsWith("classPathUrl.")
                    || name.equals(Booter.ONE_TEST_SET)
                    || FILTERS.contains(name.toLowerCase(java.util.Locale.ROOT));
            if (!users) {
                properties.put(key, value);
            }
        });
        int number = 0;
        for (Path jar : shared.infrastructure()) {
            properties.setProperty("classPathUrl." + number++, jar.toString());
        }
        properties.setProperty(IsolationProvider.DELEGATE, booter.value(Booter.PROVIDER));
        properties.setProperty(IsolationProvider.WARM_UP, "true");
        if (lists != null) {
            properties.setProperty(IsolationProvider.LOADS, listed(lists).toString());
        }
        properties.setProperty(Booter.PROVIDER, IsolationProvider.class.getName());
        properties.setProperty(Booter.CHANNEL, endpoint.toConnectionString());
        properties.setProperty(Booter.FED_BY_MAVEN, "true");
        properties.setProperty(Booter.RERUNS, "0");
        properties.setProperty(
                Booter.MAVEN_PID, Long.toString(ProcessHandle.current().pid()));
        return properties;
    }

    private Path listed(ClassLists lists) throws IOException {
        ClassLists.Loaded loaded = lists.read();
        read = loaded;
        Path file = Files.createTempFile(booter.directory(), "isolation", ".classes");
        if (loaded.write(file) == 0) {
            throw new IOException("the workers have listed no class that they had loaded");
        }
        return file;
    }
}
