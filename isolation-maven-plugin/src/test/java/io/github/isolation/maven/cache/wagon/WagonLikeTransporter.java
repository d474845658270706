package io.github.isolation.maven.cache.wagon;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.PeekTask;
import org.eclipse.aether.spi.connector.transport.PutTask;
import org.eclipse.aether.spi.connector.transport.Transporter;

/**
 * Writes down which URL it would have asked for. As Wagon does (seen with Maven 3.6.3 and 3.8.7 against a real server), it
 * encodes the location once more, and drops a fragment.
 */
public final class WagonLikeTransporter implements Transporter {
    private final String address;

    /** For one repository. */
    public WagonLikeTransporter(String address) {
        this.address = address;
    }

    @Override
    public void get(GetTask task) throws IOException {
        String location = task.getLocation().toString().replace("%", "%25").replace("?", "%3F");
        URI url = URI.create(address + (address.endsWith("/") ? "" : "/") + location);
        String asked = url.toString().replaceAll("#.*", "");
        Files.writeString(task.getDataFile().toPath(), asked);
    }

    @Override
    public int classify(Throwable error) {
        return ERROR_OTHER;
    }

    @Override
    public void peek(PeekTask task) {
        throw new UnsupportedOperationException("only downloads are made");
    }

    @Override
    public void put(PutTask task) {
        throw new UnsupportedOperationException("only downloads are made");
    }

    @Override
    public void close() {}
}
