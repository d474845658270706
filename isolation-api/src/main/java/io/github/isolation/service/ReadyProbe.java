package io.github.isolation.service;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Looks whether a service can be used, once. */
final class ReadyProbe {
    private static final String HOST = "127.0.0.1";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MILLIS = 1000;
    private static final int PROTOCOL_OF_POSTGRES = 3 << 16;
    private static final Pattern GOOD_ANSWER = Pattern.compile("HTTP/\\d\\S* [23]\\d\\d\\b.*");

    private final ReadyCheck check;
    private final int port;
    private final LogFile log;
    private final Map<String, String> values;
    private final Path directory;

    /** Of a service that listens there, says this, and for whose placeholders these values stand. */
    ReadyProbe(ReadyCheck check, int port, LogFile log, Map<String, String> values, Path directory) {
        this.check = check;
        this.port = port;
        this.log = log;
        this.values = values;
        this.directory = directory;
    }

    boolean isReady() throws InterruptedException {
        try {
            return switch (check.kind()) {
                case TCP -> takesConnections();
                case HTTP -> answers(check.words().get(0));
                case LOG -> log.has(Pattern.compile(check.words().get(0)));
                case COMMAND -> succeeds(check.words());
                case POSTGRES -> asksWhoIsThere();
                case REDIS -> hasReadItsData();
            };
        } catch (IOException e) {
            return false;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private boolean takesConnections() throws IOException {
        try (Socket socket = connect()) {
            return socket.isConnected();
        }
    }

    private boolean answers(String path) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + Placeholders.fill(path, values) + " HTTP/1.1\r\nHost: " + HOST + ":" + port
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return status != null && GOOD_ANSWER.matcher(status).matches();
        }
    }

    private boolean succeeds(List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words.stream()
                        .map(word -> Placeholders.fill(word, values))
                        .toList())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(MILLIS * 10L, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    /** While it starts, PostgreSQL takes connections and answers with an error: 57P03. */
    private boolean asksWhoIsThere() throws IOException {
        byte[] parameters = "user\0postgres\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = connect()) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(Integer.BYTES * 2 + parameters.length);
            out.writeInt(PROTOCOL_OF_POSTGRES);
            out.write(parameters);
            out.flush();
            return socket.getInputStream().read() == 'R';
        }
    }

    /** Who is not let in is told nothing of the data: then it must do that somebody answers. */
    private boolean hasReadItsData() throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            String password = Placeholders.fill("@{" + Placeholders.PASSWORD + "}", values);
            out.write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String letIn = answers.readLine();
            String answer = answers.readLine();
            return letIn != null && answer != null && !answer.startsWith("-LOADING");
        }
    }
}
