package io.github.isolation.maven.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who runs a server that refuses root. */
final class RunAsTest {
    private static final String IN_NAMESPACE = "unshare -U id -u";

    @Test
    void whoeverIsNotRootStartsItAsItIs() throws IOException {
        FakeMachine machine = new FakeMachine(false, Map.of());
        for (String asked : List.of("auto", "none", "postgres")) {
            assertEquals(List.of(), RunAs.of(asked, machine).prefix("/data"));
        }
        assertEquals(List.of(), machine.ran);
    }

    @Test
    void rootStartsItInANamespaceWhereTheKernelAllowsIt() throws IOException {
        RunAs runAs = RunAs.of("auto", new FakeMachine(true, Map.of(IN_NAMESPACE, "65534\n")));

        assertEquals(List.of("unshare", "-U"), runAs.prefix("/data"));
        assertEquals(false, runAs.changesOwner());
    }

    @Test
    void whereItDoesNotBothRemediesAreNamed() {
        for (Map<String, String> answers : List.of(Map.<String, String>of(), Map.of(IN_NAMESPACE, "0"))) {
            String said = assertThrows(IOException.class, () -> RunAs.of("auto", new FakeMachine(true, answers)))
                    .getMessage();
            assertTrue(said.contains(IN_NAMESPACE), said);
            assertTrue(said.contains("-Disolation.runAs=postgres") && said.contains("allow user namespaces"), said);
        }
    }

    @Test
    void rootStartsItAsTheUserWhoIsNamed() throws IOException {
        String become =
                "setpriv --reuid=bob --regid=7 --clear-groups --securebits=+no_setuid_fixup --inh-caps=+dac_override --ambient-caps=+dac_override";
        RunAs runAs = RunAs.of("bob", new FakeMachine(true, Map.of("id -g bob", "7\n", become + " id -u", "1000\n")));

        List<String> prefix = runAs.prefix("@{data}");
        assertEquals(List.of("sh", "bob", "7", "@{data}"), prefix.subList(3, 7));
        assertEquals(become, String.join(" ", prefix.subList(7, prefix.size())));
        assertTrue(runAs.changesOwner());
    }

    @Test
    void unknownUserIsNamed() {
        String said = assertThrows(IOException.class, () -> RunAs.of("bob", new FakeMachine(true, Map.of())))
                .getMessage();
        assertTrue(said.contains("'bob'") && said.contains("no id -g bob here"), said);
    }

    @Test
    void rootByAnotherNameIsNobodyElse() {
        String become =
                "setpriv --reuid=toor --regid=0 --clear-groups --securebits=+no_setuid_fixup --inh-caps=+dac_override --ambient-caps=+dac_override id -u";
        String said = assertThrows(
                        IOException.class,
                        () -> RunAs.of("toor", new FakeMachine(true, Map.of("id -g toor", "0", become, "0"))))
                .getMessage();
        assertTrue(said.contains("root itself"), said);
    }

    @Test
    void noneAsksNothing() throws IOException {
        FakeMachine machine = new FakeMachine(true, Map.of());
        assertEquals(List.of(), RunAs.of("none", machine).prefix("/data"));
        assertEquals(List.of(), machine.ran);
    }

    private static final class FakeMachine implements RunAs.Machine {
        private final boolean root;
        private final Map<String, String> answers;
        private final List<String> ran = new ArrayList<>();

        FakeMachine(boolean root, Map<String, String> answers) {
            this.root = root;
            this.answers = answers;
        }

        @Override
        public boolean isRoot() {
            return root;
        }

        @Override
        public String run(List<String> command) throws IOException {
            String line = String.join(" ", command);
            ran.add(line);
            String answer = answers.get(line);
            if (answer == null) {
                throw new IOException("no " + line + " here");
            }
            return answer;
        }
    }
}
