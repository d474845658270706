package io.github.isolation.maven.wiring;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.Setting;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Edits one configuration of Surefire or Failsafe, so that its one fork becomes our supervisor. What the user put there
 * stays; what depends on the fork's number is left for the supervisor to fill in.
 */
final class ExecutionWiring {
    private static final String SUFFIX = "surefire.reportNameSuffix";
    private static final String SUREFIRES_OWN = "org.apache.maven.plugin.surefire.";

    /** Where Surefire replaces the fork's number, and the supervisor now does; of {@code argLine}, see {@link ArgLineMover}. */
    private static final List<String> NUMBERED =
            List.of("systemPropertyVariables", "systemProperties", "environmentVariables", "workingDirectory");

    private final EffectiveParameters parameters;
    private final String providerVersion;
    private final String directory;
    private final String cacheDirectory;
    private final Map<String, String> names;

    /**
     * For the forks of a module with these directories.
     *
     * @param names of what is run, for the record, and whether it is shown: {@link Wiring#MODULE} and so on
     */
    ExecutionWiring(
            EffectiveParameters parameters,
            String providerVersion,
            String directory,
            String cacheDirectory,
            Map<String, String> names) {
        this.names = Map.copyOf(names);
        this.cacheDirectory = cacheDirectory;
        this.parameters = parameters;
        this.providerVersion = providerVersion;
        this.directory = directory;
    }

    /** What is in force for one configuration now. */
    record Result(String forkCount, boolean freshWorkers) {}

    Result wire(Xpp3Dom configuration) {
        String forkCount = Optional.ofNullable(parameters.find(configuration, "forkCount", "forkCount"))
                .orElse("1");
        boolean fresh = "false".equals(parameters.find(configuration, "reuseForks", "reuseForks"));
        Dom.set(configuration, "forkCount", "1");
        Dom.set(configuration, "reuseForks", "true");
        for (String element : NUMBERED) {
            Xpp3Dom child = configuration.getChild(element);
            if (child != null) {
                Dom.replaceTexts(child, NumberOfFork::leaveToTheSupervisor);
            }
        }
        addProvider(configuration);
        if (parameters.find(configuration, "tempDir", "tempDir") == null) {
            // Surefire removes it when its build ends, from under another build in the same directory.
            Dom.set(
                    configuration,
                    "tempDir",
                    "surefire-" + ProcessHandle.current().pid());
        }
        handOn(configuration, forkCount, fresh);
        return new Result(forkCount, fresh && parameters.own(KnownSettings.RETIRE_EVERY_CLASSES) == null);
    }

    private void addProvider(Xpp3Dom configuration) {
        Xpp3Dom dependency = new Xpp3Dom("additionalClasspathDependency");
        Dom.set(dependency, "groupId", "io.github.isolation");
        Dom.set(dependency, "artifactId", "isolation-surefire-provider");
        Dom.set(dependency, "version", providerVersion);
        Dom.child(configuration, "additionalClasspathDependencies").addChild(dependency);
    }

    private void handOn(Xpp3Dom configuration, String forkCount, boolean fresh) {
        Xpp3Dom properties = Dom.child(configuration, "systemPropertyVariables");
        Dom.set(properties, SettingNames.FORK_COUNT, forkCount);
        // Absolute, because the user may give forks a working directory of their own.
        handOn(properties, ForkProperties.DIRECTORY, directory);
        handOn(properties, ForkProperties.CACHE_DIRECTORY, cacheDirectory);
        handOn(properties, Wiring.REPORT_SUFFIX, parameters.find(configuration, "reportNameSuffix", SUFFIX));
        handOn(properties, Wiring.REPORTS_UNLIKE, unlike(configuration));
        handOn(properties, Wiring.FORK_TIMEOUT, timeout(configuration));
        handOn(properties, Wiring.LONGEST_FIRST, hasRunOrder(configuration) ? null : "true");
        names.forEach((name, value) -> handOn(properties, name, value));
        handOn(properties, Wiring.ON_COMMAND_LINE, onCommandLine());
        handOn(properties, Wiring.DECLARED_FIXTURES, parameters.fixtureIds());
        handOn(properties, Wiring.DECLARED_SERVICES, parameters.serviceIds());
        for (Setting<?> setting : KnownSettings.all()) {
            if (setting.isForForks()) {
                handOn(properties, setting.property(), parameters.own(setting));
            }
        }
        handOn(properties, SettingNames.RETIRE_EVERY_CLASSES, fresh ? "1" : null);
    }

    private @Nullable String onCommandLine() {
        String given = KnownSettings.all().stream()
                .map(Setting::property)
                .filter(parameters.userProperties()::containsKey)
                .collect(Collectors.joining(","));
        return given.isEmpty() ? null : given;
    }

    /** Why the report files are none that could be compared with what was run; null if they can. */
    private @Nullable String unlike(Xpp3Dom configuration) {
        Xpp3Dom reporter = configuration.getChild("statelessTestsetReporter");
        String implementation = reporter == null ? null : reporter.getAttribute("implementation");
        if (parameters.isTrue(parameters.find(configuration, "disableXmlReport", "disableXmlReport"))
                || (reporter != null && "true".equals(Dom.text(reporter, "disable")))) {
            return "there are none (disableXmlReport)";
        }
        return implementation != null && !implementation.startsWith(SUREFIRES_OWN)
                ? "they are not Surefire's (" + implementation + ")"
                : null;
    }

    /** After how many seconds Maven ends the fork; null if nobody has set a limit. */
    private @Nullable String timeout(Xpp3Dom configuration) {
        String limit = parameters.find(configuration, "forkedProcessTimeoutInSeconds", "surefire.timeout");
        return limit == null ? parameters.property("failsafe.timeout") : limit;
    }

    /** Whether the user said in which order the classes run, be it the order they run in anyway. */
    private boolean hasRunOrder(Xpp3Dom configuration) {
        return parameters.find(configuration, "runOrder", "surefire.runOrder") != null
                || parameters.property("failsafe.runOrder") != null;
    }

    /** What was given with {@code -D} reaches every fork by itself, and Surefire would warn of the second one. */
    private void handOn(Xpp3Dom properties, String name, @Nullable String value) {
        if (value != null
                && properties.getChild(name) == null
                && !parameters.userProperties().containsKey(name)) {
            Dom.set(properties, name, value);
        }
    }
}
