package io.github.isolation.maven;

import io.github.isolation.fork.Durations;
import io.github.isolation.maven.cache.Program;
import io.github.isolation.service.Keeper;
import io.github.isolation.service.Placeholders;
import io.github.isolation.service.ReadyCheck;
import io.github.isolation.service.RestorePolicy;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServiceSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the {@code <services>} of the POM into drafts, or into a list of everything that is wrong with them. */
final class ServiceReader {
    private static final String KINDS = "<command>, <postgres>, <redis>, <mariadb>";

    private final Path baseDirectory;
    private final Set<String> fixtures;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();

    /** For a module that has fixtures of these ids. */
    ServiceReader(Path baseDirectory, Set<String> fixtures) {
        this.baseDirectory = baseDirectory;
        this.fixtures = Set.copyOf(fixtures);
    }

    /** All that is wrong with what was read so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Looks at the names of the elements in {@code <services>}: Maven takes each for a service. */
    void checkElements(List<String> names) {
        for (String name : new LinkedHashSet<>(names)) {
            if (!name.equals("service")) {
                problems.add("<services> has a <" + name + ">; write <service>");
            }
        }
    }

    /** Reads all of them, in the order in which they are started. */
    List<ServiceDraft> read(List<Service> services) {
        if (!services.isEmpty() && !Keeper.isPossible()) {
            problems.add(
                    "<services> need a POSIX shell, /bin/sh, to end servers whatever becomes of the build, and this system"
                            + " has none; there is no other way yet");
        }
        List<ServiceDraft> drafts = new ArrayList<>();
        for (int number = 1; number <= services.size(); number++) {
            ServiceDraft draft = read(services.get(number - 1), number);
            if (draft != null) {
                drafts.add(draft);
            }
        }
        return drafts;
    }

    private @Nullable ServiceDraft read(Service service, int number) {
        Problems found =
                new Problems("<service> " + (service.id == null ? "number " + number : "'" + service.id + "'"));
        ServiceWishes wishes = wishes(service, found);
        List<ServicePreset> presets = service.presets();
        ServiceDraft draft = null;
        if (presets.size() == 1) {
            draft = presets.get(0).read(wishes, baseDirectory);
        } else if (presets.isEmpty()) {
            found.add("it needs one of " + KINDS);
        } else {
            found.add("it has " + presets.stream().map(ServicePreset::element).collect(Collectors.joining(" and "))
                    + "; it needs exactly one of them");
        }
        problems.addAll(found.list());
        return draft;
    }

    private ServiceWishes wishes(Service service, Problems found) {
        checkTexts("<environment>", service.environment, found);
        checkTexts("<properties>", service.properties, found);
        return new ServiceWishes(
                id(service, found),
                data(service, found),
                ready(service, found),
                parsed("startTimeout", service.startTimeout, ServiceReader::duration, found),
                parsed("stopSignal", service.stopSignal, ServiceReader::signal, found),
                parsed("gracePeriod", service.gracePeriod, ServiceReader::duration, found),
                parsed("restore", service.restore, RestorePolicy::parse, found),
                texts(service.environment),
                texts(service.properties),
                found);
    }

    private String id(Service service, Problems found) {
        String id = service.id;
        if (id == null) {
            found.add("<id> is missing");
            return "";
        }
        if (!ServiceSpec.isId(id)) {
            found.add("<id>" + id + "</id> is not an id: " + ServiceSpec.ID_RULE);
        }
        String before = ids.putIfAbsent(id.toLowerCase(Locale.ROOT), id);
        if (id.equals(before)) {
            found.add("<id>" + id + "</id> is used twice");
        } else if (before != null) {
            found.add("<id>" + id + "</id> differs from <id>" + before + "</id> by case only, and on many file systems"
                    + " they would be one");
        }
        return id;
    }

    private @Nullable String data(Service service, Problems found) {
        String data = service.data == null ? null : service.data.strip();
        if (data != null && !fixtures.contains(data)) {
            found.add("<data>" + data + "</data> is not the <id> of a <fixture>"
                    + (fixtures.isEmpty()
                            ? "; there is none"
                            : ", which are "
                                    + String.join(
                                            ", ", fixtures.stream().sorted().toList())));
        }
        return data;
    }

    private @Nullable ReadyCheck ready(Service service, Problems found) {
        ReadyCheck ready = parsed("ready", service.ready, ReadyCheck::parse, found);
        boolean asksCommand = ready != null && ready.kind() == ReadyCheck.Kind.COMMAND;
        Command command = service.readyCommand;
        if (command == null) {
            if (asksCommand) {
                found.add("<ready>command</ready> needs a <readyCommand> that ends with 0 once the service is ready");
            }
            return ready;
        }
        if (ready != null && !asksCommand) {
            found.add("<readyCommand> is for <ready>command</ready>, not for <ready>" + ready.text() + "</ready>");
        }
        Program program = command.mainClass == null ? new ProgramReader(baseDirectory).read(command, found) : null;
        if (command.mainClass != null) {
            found.add(
                    "<readyCommand> has a <mainClass>; it needs an <executable>: a JVM for each look would take too long");
        }
        List<String> words = new ArrayList<>();
        if (program instanceof Program.Executable executable) {
            words.add(executable.file().toString());
        }
        words.addAll(CommandPreset.arguments(command));
        checkCommandLine("<readyCommand>", words, found);
        return ReadyCheck.command(words);
    }

    private static Duration duration(String text) {
        return Duration.ofMillis(Durations.parse(text));
    }

    private static String signal(String text) {
        if (!ServiceLife.isSignal(text.strip())) {
            throw new IllegalArgumentException("'" + text + "' is not a signal; write TERM, INT or QUIT");
        }
        return text.strip();
    }

    private static <T> @Nullable T parsed(
            String element, @Nullable String text, Function<String, T> form, Problems found) {
        try {
            return text == null ? null : form.apply(text);
        } catch (IllegalArgumentException e) {
            found.add("<" + element + ">: " + e.getMessage());
            return null;
        }
    }

    /** What everybody can see who lists processes. */
    static void checkCommandLine(String element, List<String> texts, Problems found) {
        for (String text : texts) {
            checkText(element, text, found);
            if (Placeholders.in(text).contains(Placeholders.PASSWORD)) {
                found.add(element + " has @{" + Placeholders.PASSWORD
                        + "} in it, and everybody on this machine can read the"
                        + " command lines of processes; put it into <environment>");
            }
        }
    }

    private static void checkTexts(String element, Map<String, @Nullable String> texts, Problems found) {
        texts.forEach((name, text) -> checkText(element + " " + name, text == null ? "" : text, found));
    }

    private static void checkText(String where, String text, Problems found) {
        for (String name : Placeholders.in(text)) {
            if (!Placeholders.ALL.contains(name)) {
                found.add(where + " has @{" + name + "} in it, which nothing stands for; there are "
                        + Placeholders.ALL.stream()
                                .map(known -> "@{" + known + "}")
                                .collect(Collectors.joining(" ")));
            }
        }
    }

    /** Maven reads an empty element as null. */
    private static Map<String, String> texts(Map<String, @Nullable String> written) {
        Map<String, String> texts = new LinkedHashMap<>();
        written.forEach((name, text) -> texts.put(name, text == null ? "" : text));
        return texts;
    }
}
