package io.github.isolation.surefire;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.settings.Isolate;
import io.github.isolation.supervisor.ForkSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What a worker has to itself besides its class path: places that its JVM takes from system properties, its working
 * directory, its share of the machine. All of it is on the command line, where it is in force before any class is loaded,
 * and the worker is told to look whether it is.
 */
final class WorkerEnvironment {
    /** Of the memory of the machine, what all workers together may have: the rest is for what is not heap. */
    private static final double HEAP_OF_ALL = 75;

    /** What one JVM takes by itself. */
    private static final double HEAP_OF_ONE = 25;

    private final Isolate isolate;
    private final ForkSite site;
    private final @Nullable Path temporaryDirectory;

    /** In this place; with a directory for temporary files, if it is to have one. */
    WorkerEnvironment(Isolate isolate, ForkSite site, @Nullable Path temporaryDirectory) {
        this.isolate = isolate;
        this.site = site;
        this.temporaryDirectory = temporaryDirectory;
    }

    /** The user's options, and what isolation adds to them. Makes the directories. */
    List<String> options(List<String> users) throws IOException {
        List<String> options = new ArrayList<>(users);
        for (Entry<String, Path> place : places().entrySet()) {
            options.add("-D" + place.getKey() + "=" + Files.createDirectories(place.getValue()));
        }
        if (isolate.machineShare()) {
            int cores = Runtime.getRuntime().availableProcessors();
            unlessGiven(options, "-XX:ActiveProcessorCount=", Math.max(1, cores / site.forks()));
            if (users.stream().noneMatch(option -> option.startsWith("-Xmx"))) {
                unlessGiven(
                        options,
                        "-XX:MaxRAMPercentage=",
                        Math.max(1, Math.min(HEAP_OF_ONE, HEAP_OF_ALL / site.forks())));
            }
        }
        return options;
    }

    /** What the worker compares with what it finds. */
    Map<String, String> promises() {
        Map<String, String> promises = new LinkedHashMap<>();
        places().forEach((name, place) -> promises.put(ForkProperties.PROMISE_PREFIX + name, place.toString()));
        Path work = workingDirectory();
        if (work != null) {
            promises.put(ForkProperties.PROMISE_PREFIX + ForkProperties.WORKING_DIRECTORY, work.toString());
        }
        return promises;
    }

    /** What programs that tests start take for the user's home; nothing unless that was asked for. */
    Map<String, String> environment() {
        return isolate.userHome() ? Map.of("HOME", layout().home(site.slot()).toString()) : Map.of();
    }

    /** The fork's own, or null for the one that Surefire would use. */
    @Nullable
    Path workingDirectory() {
        return isolate.workingDirectory() ? layout().workingDirectory(site.slot()) : null;
    }

    private Map<String, Path> places() {
        Map<String, Path> places = new LinkedHashMap<>();
        if (temporaryDirectory != null) {
            places.put("java.io.tmpdir", temporaryDirectory);
        }
        if (isolate.userHome()) {
            places.put("user.home", layout().home(site.slot()));
        }
        isolate.properties().forEach(name -> places.put(name, layout().isolated(site.slot(), name)));
        return places;
    }

    private ForkLayout layout() {
        return site.layout();
    }

    private static void unlessGiven(List<String> options, String prefix, Number value) {
        if (options.stream().noneMatch(option -> option.startsWith(prefix))) {
            options.add(prefix + value);
        }
    }
}
