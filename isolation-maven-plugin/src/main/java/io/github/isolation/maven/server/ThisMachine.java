package io.github.isolation.maven.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.util.List;

/** The machine that this runs on. */
public final class ThisMachine implements RunAs.Machine {
    @Override
    public boolean isRoot() throws IOException {
        return !Platform.here().isWindows() && run(List.of("id", "-u")).strip().equals("0");
    }

    @Override
    public String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " ended with status " + status + ": " + said.strip());
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + command.get(0) + " ran");
        } finally {
            process.destroyForcibly();
        }
    }
}
