package tmpdir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Comes after {@link DeletesIt}, and needs a place for a socket, as an embedded database does. */
class NeedsIt {
    @Test
    void findsIt() throws IOException {
        Path tmpdir = Path.of(System.getProperty("java.io.tmpdir"));
        Notes.take(NeedsIt.class);
        assertEquals(tmpdir, Files.createTempFile("needed", null).getParent());
        Path socket = Files.createTempDirectory("db").resolve(".s.5432");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket))
                .close();
    }
}
