package io.github.isolation.it;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An H2 server in a process of its own, for builds whose forks share a database. */
public final class DatabaseServer implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("tcp://[^ ]*:(\\d+)");

    private final Process process;
    private final String port;

    private DatabaseServer(Process process, String port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it from H2's jar; its databases live in its memory. */
    public static DatabaseServer start(File localRepository, String version) throws IOException {
        Path jar = localRepository.toPath().resolve("com/h2database/h2/" + version + "/h2-" + version + ".jar");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        jar.toString(),
                        "org.h2.tools.Server",
                        "-tcp",
                        "-tcpPort",
                        "0",
                        "-ifNotExists"))
                .redirectErrorStream(true)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = String.valueOf(said.readLine());
        Matcher port = PORT.matcher(line);
        if (!port.find()) {
            process.destroyForcibly();
            throw new IOException("The database server said: " + line);
        }
        return new DatabaseServer(process, port.group(1));
    }

    /** A database of that name, which is there from the first connection on until the server ends. */
    public String url(String name) {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
