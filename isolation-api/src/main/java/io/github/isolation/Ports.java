package io.github.isolation;

import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.PortBlock;
import io.github.isolation.fork.PortBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The ports of this fork; where no fork runs the test, of this JVM. */
final class Ports {
    private static @Nullable PortBlock blockOfMain;

    private Ports() {}

    static synchronized int port(String name) {
        Integer declared = AtStart.number(ForkProperties.PORT_PREFIX + name);
        if (declared != null) {
            return declared;
        }
        Fork fork = Isolation.fork();
        try {
            return new PortBook(MainFixtures.layout().portBook(fork.runId(), fork.slot()), block(fork)).port(name);
        } catch (IOException e) {
            throw new UncheckedIOException("port(\"" + name + "\"): " + FileErrors.text(e), e);
        }
    }

    /** Another one for this name: somebody else uses the one it had. */
    static synchronized int another(String name) throws IOException {
        Fork fork = Isolation.fork();
        return new PortBook(MainFixtures.layout().portBook(fork.runId(), fork.slot()), block(fork)).another(name);
    }

    private static int block(Fork fork) throws IOException {
        if (!fork.isMain()) {
            Integer block = AtStart.number(ForkProperties.PORT_BLOCK);
            if (block == null) {
                throw new IOException(
                        "this fork could not get ports of its own, for the reason that its supervisor gave"
                                + " in the log when it started");
            }
            return block;
        }
        PortBlock block = blockOfMain;
        if (block == null) {
            block = PortBlock.acquire();
            blockOfMain = block;
        }
        return block.first();
    }
}
