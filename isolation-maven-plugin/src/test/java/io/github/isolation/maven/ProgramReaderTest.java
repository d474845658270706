package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.maven.cache.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A command starts one program, which is there; anything else is a problem that says how to write it. */
final class ProgramReaderTest {
    private final Problems problems = new Problems("<fixture> 'f'");
    private final Command command = new Command();

    @TempDir
    Path module;

    @Test
    void aMainClassIsTakenAsItIsWithoutTheBlanksAroundIt() {
        command.mainClass = "\n  demo.Generate\n";
        assertEquals(new Program.MainClass("demo.Generate"), read());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void nothingAndTwoThingsAreProblems() {
        assertNull(read());
        command.mainClass = "demo.Generate";
        command.executable = "sh";
        assertNull(read());
        assertEquals(
                List.of(
                        "<fixture> 'f': <command> needs a <mainClass> or an <executable>",
                        "<fixture> 'f': <command> has <mainClass> and <executable>; it needs exactly one of them"),
                problems.list());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPathIsOneOfTheModuleAndItsContentCounts() throws IOException {
        Path script = Files.createDirectories(module.resolve("bin")).resolve("make.sh");
        Files.writeString(script, "#!/bin/sh\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        command.executable = "bin/../bin/make.sh";
        assertEquals(new Program.Executable("bin/../bin/make.sh", script, true), read());
        command.executable = script.toString();
        assertEquals(new Program.Executable(script.toString(), script, true), read());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNameIsLookedForOnThePath() {
        command.executable = " sh ";
        Program.Executable found = (Program.Executable) read();
        assertEquals("sh", found.name());
        assertTrue(found.file().isAbsolute() && Files.isExecutable(found.file()), found::toString);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileOfTheModuleIsNotFoundByItsNameAlone() throws IOException {
        Files.createFile(
                module.resolve("make-it"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        command.executable = "make-it";
        assertNull(read());
        assertEquals(
                List.of("<fixture> 'f': <executable>make-it</executable> is on no directory of the PATH; for a file of"
                        + " the module, write its path: ./make-it"),
                problems.list());
    }

    @Test
    void aDirectoryIsNoProgram() throws IOException {
        Files.createDirectories(module.resolve("bin"));
        command.executable = "./bin";
        assertNull(read());
        assertEquals(
                List.of("<fixture> 'f': <executable>./bin</executable> is not a file: " + module.resolve("bin")),
                problems.list());
    }

    @Test
    void whatCannotBeAPathIsAProblem() {
        command.executable = "bin/\0";
        assertNull(read());
        assertTrue(problems.list().get(0).contains("is not a path: "), problems.list()::toString);
    }

    /** It is on no directory: each of them, with this name, is the directory itself. */
    @Test
    void anEmptyNameIsAProblem() {
        command.executable = " ";
        assertNull(read());
        assertTrue(problems.list().get(0).startsWith("<fixture> 'f': <executable></executable> "));
    }

    private Program read() {
        return new ProgramReader(module).read(command, problems);
    }
}
