package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.maven.cache.wagon.WagonLikeTransporter;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.eclipse.aether.transfer.NoTransporterException;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL reaches Maven's transport as the user wrote it. */
final class ResolverDownloadsTest {
    private final DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    private static final Downloads.Progress IGNORED = new Downloads.Progress() {
        @Override
        public void started(long offset, long total) {}

        @Override
        public void received(int bytes) {}
    };

    private Path target;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        target = empty.resolve("download");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host/file.bin",
                "http://host:8080/a%20b/c%20d.bin",
                "https://host/records/1/files/x.h5ad?download=1&name=a%2Fb",
            })
    void urlIsAskedForUnchanged(String url) throws IOException {
        TransporterProvider wagon = (session, repository) -> new WagonLikeTransporter(repository.getUrl());

        new ResolverDownloads(wagon, session).get(URI.create(url), target, false, IGNORED);
        assertEquals(url, Files.readString(target));
    }

    @Test
    void proxyOfTheUserApplies() throws IOException {
        session.setProxySelector(new DefaultProxySelector().add(new Proxy("http", "proxy", 3128), ""));
        RemoteRepository[] asked = new RemoteRepository[1];
        TransporterProvider provider = (session, repository) -> {
            asked[0] = repository;
            return new WagonLikeTransporter(repository.getUrl());
        };

        new ResolverDownloads(provider, session).get(URI.create("http://host/file"), target, false, IGNORED);
        assertEquals("proxy", asked[0].getProxy().getHost());
        assertEquals("host", asked[0].getId());
    }

    @Test
    void missingTransportIsAnErrorThatSaysSo() {
        TransporterProvider none = (session, repository) -> {
            throw new NoTransporterException(repository, "no factory");
        };

        String message = assertThrows(IOException.class, () -> new ResolverDownloads(none, session)
                        .get(URI.create("http://host/file"), target, false, IGNORED))
                .toString();
        assertTrue(message.contains("this Maven has no transport"), message);
    }

    @Test
    void theReasonIsWhatTheTransportSaysAndWhatItLeavesOut() {
        String url = "transfer failed for http://no.such.host/x";
        Exception unknown = new IOException(url + "#/file", new IOException(new UnknownHostException("no.such.host")));
        assertEquals(url + " (UnknownHostException: no.such.host)", ResolverDownloads.reason(unknown));
        Exception refused = new IOException("Connection refused", new IOException("refused"));
        assertEquals("Connection refused", ResolverDownloads.reason(refused));
        assertEquals("status code: 404", ResolverDownloads.reason(new IOException("status code: 404")));
    }
}
