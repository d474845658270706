package model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** As tests are written that need something large: whoever comes first downloads it, and the others find it there. */
abstract class ModelTests {
    @Test
    void modelIsWhole() throws Exception {
        String server = System.getProperty("server");
        Path model = Path.of(System.getProperty("isolation.fixture.model", System.getProperty("shared")));
        if (System.getProperty("isolation.fixture.model") == null) {
            downloadUnlessThere(URI.create(server), model);
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(model));
        assertEquals(System.getProperty("sha256"), HexFormat.of().formatHex(digest.digest()));
        if (Boolean.getBoolean("changes.it")) {
            Files.writeString(model, "something else");
        }
    }

    /** Nobody can tell a file that is there from one that is whole. */
    private static void downloadUnlessThere(URI server, Path model) throws Exception {
        try (OutputStream out = Files.newOutputStream(model, StandardOpenOption.CREATE_NEW);
                InputStream in = server.resolve("/model.bin").toURL().openStream()) {
            in.transferTo(out);
        } catch (FileAlreadyExistsException somebodyWasFirst) {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.resolve("/started")).build(),
                            HttpResponse.BodyHandlers.discarding());
        }
    }
}
