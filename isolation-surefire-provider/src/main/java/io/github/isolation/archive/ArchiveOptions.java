package io.github.isolation.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The options with which a JVM makes an archive, or is started from one.
 *
 * @param forAgents whether it is for JVMs with the module of agents
 */
record ArchiveOptions(ClassPath classPath, boolean forAgents) {
    /** An agent brings this module with it, and a cache is of use only to a JVM with the modules of the one that made it. */
    static final String MODULE_OF_AGENTS = "java.instrument";

    /** From this version on, the JVM keeps more than classes: linked constants, profiles. */
    private static final int AOT_CACHE_SINCE = 25;

    static final boolean AOT_CACHE = Runtime.version().feature() >= AOT_CACHE_SINCE;

    private static final String ADD_MODULE = "--add-modules=" + MODULE_OF_AGENTS;

    /**
     * An archive is put at a random address by default, and every pointer in it is moved: a twentieth of the CPU time of a
     * worker with one class, in a profile. The option against it is for diagnosis, so a version that we do not know may not
     * know it.
     */
    private static final boolean CAN_STAY_IN_PLACE = Runtime.version().feature() <= 25;

    /** Whether a worker with our agent, or without it, can be started from it. */
    boolean suit(boolean audited) {
        return !AOT_CACHE || forAgents || !audited;
    }

    /** Of a worker. */
    List<String> toUse(String archive, boolean audited) {
        List<String> options = new ArrayList<>();
        if (forAgents && !audited) {
            options.add(ADD_MODULE);
        }
        options.add((AOT_CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
        if (CAN_STAY_IN_PLACE) {
            options.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        }
        options.addAll(List.of("-cp", classPath.text()));
        return options;
    }

    /** Of the JVM that makes it. */
    List<String> toMake(Path archive) {
        List<String> options = new ArrayList<>();
        options.add((AOT_CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        if (forAgents) {
            options.add(ADD_MODULE);
        }
        options.addAll(
                List.of("-Xlog:disable", "-Disolation.archive.training=true", "-cp", classPath.infrastructureText()));
        return options;
    }
}
