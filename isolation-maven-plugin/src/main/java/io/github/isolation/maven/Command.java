package io.github.isolation.maven;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code <command>} of a fixture: a main class of the test class path, or an executable, that fills a directory. */
public class Command {
    @Nullable
    String mainClass;

    @Nullable
    String executable;

    List<@Nullable String> arguments = new ArrayList<>();

    List<@Nullable String> inputs = new ArrayList<>();

    @Nullable
    String timeout;
}
