package io.github.isolation.maven;

import io.github.isolation.maven.cache.Program;
import io.github.isolation.service.ServiceCommand;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServiceSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service that is a program of the user's. */
final class CommandPreset implements ServicePreset {
    private final Command command;

    CommandPreset(Command command) {
        this.command = command;
    }

    @Override
    public String element() {
        return "<command>";
    }

    @Override
    public @Nullable ServiceDraft read(ServiceWishes wishes, Path baseDirectory) {
        Problems problems = wishes.problems();
        if (!command.inputs.isEmpty() || command.timeout != null) {
            problems.add(
                    "<inputs> and <timeout> are for the <command> of a fixture; how long a service may take to start"
                            + " is its <startTimeout>");
        }
        Program program = new ProgramReader(baseDirectory).read(command, problems);
        List<String> arguments = arguments(command);
        ServiceReader.checkCommandLine("<argument>", arguments, problems);
        if (program == null) {
            return null;
        }
        return around -> {
            List<String> words = new ArrayList<>(program.serviceLine(
                    around.context(), around.context().forks().serviceOptions(wishes.id())));
            words.addAll(arguments);
            return new ServiceSpec(
                    wishes.id(),
                    new ServiceCommand(words, List.of(), wishes.environment(), Map.of(), baseDirectory),
                    wishes.life(ServiceLife.USUAL),
                    wishes.data() == null ? null : around.data(wishes.data()),
                    wishes.properties(),
                    null);
        };
    }

    /** Maven reads an empty {@code <argument/>} as null. */
    static List<String> arguments(Command command) {
        return command.arguments.stream()
                .map(argument -> argument == null ? "" : argument)
                .toList();
    }
}
