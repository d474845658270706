package io.github.isolation.surefire;

import io.github.isolation.settings.SettingNames;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason to leave a fork alone: its tests then run exactly as without us.
 *
 * @param warning what the user is told; null where nobody has to know
 */
record DisableReason(@Nullable String warning) {

    /** The reason, or null if this fork is to become a supervisor. */
    static @Nullable DisableReason decide(Booter booter, SurefireChannel channel) {
        if (Boolean.getBoolean(SettingNames.SKIP)) {
            return new DisableReason(null); // the user said so, or the extension, which has said why
        }
        if (!booter.value(Booter.DISCOVERY_OUTPUT).isEmpty()) {
            return new DisableReason(null); // 3.6 looks for tests in a fork of its own; no test runs in it
        }
        if (channel.owner().isPresent()) {
            return because("another channel factory is on the class path ("
                    + channel.owner().get() + ")");
        }
        if (isDebugged(booter)) {
            return because("a debugger is attached to the fork, so the tests run in it");
        }
        if (!booter.value(Booter.SUITE_XML_PREFIX + "0").isEmpty()
                || booter.value(Booter.ONE_TEST_SET).startsWith("java.io.File")) {
            return because("suiteXmlFiles are handed to TestNG as a whole");
        }
        return null;
    }

    private static DisableReason because(String reason) {
        return new DisableReason("isolation: not in force here, because " + reason + ".");
    }

    private static boolean isDebugged(Booter booter) {
        List<String> words = new ArrayList<>(booter.commandLine().options());
        boolean hasMore = booter.launch().get(0).startsWith("@");
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            hasMore |= System.getenv(variable) != null;
        }
        if (hasMore) {
            // Not asked otherwise: half a hundred milliseconds of class loading before the first worker is started.
            words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        }
        return words.stream().anyMatch(option -> option.equals("-Xdebug") || option.startsWith("-agentlib:jdwp"));
    }
}
