package io.github.isolation.maven.live;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Where this JVM prints: a fake in tests. */
interface TerminalStreams {
    /** Each place that somebody prints to; the one that may refuse comes first, while nothing has changed. */
    enum Place {
        LOG,
        OUT,
        ERR
    }

    PrintStream get(Place place) throws ReflectiveOperationException;

    void set(Place place, PrintStream stream) throws ReflectiveOperationException;

    /** The terminal itself, whatever stands before it; with {@code mvn -l}, that is another place than where Maven prints. */
    OutputStream terminal();

    /** Those of the process, in which Maven has a logger of its own. */
    static TerminalStreams ofProcess(MavenLogger logger) {
        return new TerminalStreams() {
            @Override
            public PrintStream get(Place place) throws ReflectiveOperationException {
                return switch (place) {
                    case OUT -> System.out;
                    case ERR -> System.err;
                    case LOG -> logger.stream();
                };
            }

            @Override
            public void set(Place place, PrintStream stream) throws ReflectiveOperationException {
                switch (place) {
                    case OUT -> System.setOut(stream);
                    case ERR -> System.setErr(stream);
                    case LOG -> logger.print(stream);
                }
            }

            @Override
            public OutputStream terminal() {
                return new FileOutputStream(FileDescriptor.out);
            }
        };
    }
}
