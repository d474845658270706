package io.github.isolation.maven.cache;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.TransportListener;
import org.eclipse.aether.spi.connector.transport.Transporter;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.eclipse.aether.transfer.NoTransporterException;
import org.jspecify.annotations.Nullable;

/**
 * Downloads by the transport that Maven itself uses for repositories: the user's proxies, credentials and time-outs
 * apply, and so does whatever replaces it in a later Maven.
 *
 * <p>The host is the id of the {@code <server>} in settings.xml whose credentials are used. Mirrors are not asked: a
 * mirror of a repository does not have what is at this URL.
 */
public final class ResolverDownloads implements Downloads {
    /** In the messages of all transports there are. */
    private static final Pattern STATUS = Pattern.compile("(?:status(?: code)?:? |\\()(\\d{3})\\b");

    private final TransporterProvider transporters;
    private final RepositorySystemSession session;

    /** Downloads in this session. */
    public ResolverDownloads(TransporterProvider transporters, RepositorySystemSession session) {
        this.transporters = transporters;
        this.session = session;
    }

    @Override
    public void get(URI url, Path target, boolean resume, Progress progress) throws IOException {
        try (Transporter transporter = transporters.newTransporter(session, repository(url.resolve(".")))) {
            try {
                if (isWagon(transporter)) {
                    getByWagon(url, target, progress);
                } else {
                    transporter.get(task(url.resolve(".").relativize(url), target, resume, progress));
                }
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                throw new DownloadException(
                        "it cannot be downloaded: " + Masked.in(reason(e), url),
                        Masked.in(e, url),
                        mayGoBetter(transporter.classify(e), e));
            }
        } catch (NoTransporterException e) {
            throw new IOException(
                    "this Maven has no transport for it: " + Masked.in(String.valueOf(e.getMessage()), url),
                    Masked.in(e, url));
        }
    }

    @Override
    public Optional<URI> insecureRedirect(URI url) throws IOException {
        RemoteRepository repository = repository(url.resolve("."));
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10));
        if (repository.getProxy() != null) {
            client.proxy(ProxySelector.of(new InetSocketAddress(
                    repository.getProxy().getHost(), repository.getProxy().getPort())));
        }
        return new Redirects(client.build(), authorization(repository)).insecure(url);
    }

    private @Nullable String authorization(RemoteRepository repository) {
        try (AuthenticationContext context = AuthenticationContext.forRepository(session, repository)) {
            if (context == null) {
                return null;
            }
            String user = context.get(AuthenticationContext.USERNAME);
            String password = context.get(AuthenticationContext.PASSWORD);
            String both = user + ":" + password;
            return user == null || password == null
                    ? null
                    : "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Up to Maven 3.8, Wagon is the transport. It takes the address of the repository as it is, but encodes the name of
     * the file once more: {@code ?} becomes {@code %3F} and {@code %20} becomes {@code %2520}. So the whole URL goes
     * into the address, and the name into its fragment, which is never sent. It cannot continue a download.
     */
    private void getByWagon(URI url, Path target, Progress progress) throws Exception {
        Files.deleteIfExists(target);
        try (Transporter transporter = transporters.newTransporter(session, repository(URI.create(url + "#")))) {
            transporter.get(task(URI.create("file"), target, false, progress));
        }
    }

    private static boolean isWagon(Transporter transporter) {
        return transporter.getClass().getName().contains(".wagon.");
    }

    private static GetTask task(URI location, Path target, boolean resume, Progress progress) {
        GetTask task = new GetTask(location).setDataFile(target.toFile(), resume);
        return task.setListener(
                resume
                        ? new KeptPart(target, progress)
                        : new TransportListener() {
                            @Override
                            public void transportStarted(long offset, long length) {
                                progress.started(offset, length < 0 ? -1 : length);
                            }

                            @Override
                            public void transportProgressed(ByteBuffer data) {
                                progress.received(data.remaining());
                            }
                        });
    }

    private static boolean mayGoBetter(int kind, Exception e) {
        String message = String.valueOf(e.getMessage());
        Matcher status = STATUS.matcher(message);
        boolean refused = status.find() && status.group(1).matches("4(?!08|25|29)..");
        boolean forbidden = e.getClass().getSimpleName().equals("AuthorizationException");
        return kind != Transporter.ERROR_NOT_FOUND
                && !refused
                && !forbidden
                && !(e instanceof InterruptedException)
                && !FullDiskException.isCauseOf(e);
    }

    /** What the transport says, without the fragment that only Wagon gets to see, and with what it may leave out. */
    static String reason(Exception e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("#/?file\\b", "");
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // Of an unknown host the words are its name, which is in the URL as well.
        boolean isSaid = root == e
                || (message.contains(String.valueOf(root.getMessage())) && !(root instanceof UnknownHostException));
        return isSaid ? message : message + " (" + root.getClass().getSimpleName() + ": " + root.getMessage() + ")";
    }

    private RemoteRepository repository(URI address) {
        RemoteRepository plain = new RemoteRepository.Builder(address.getHost(), "default", address.toString()).build();
        return new RemoteRepository.Builder(plain)
                .setProxy(session.getProxySelector().getProxy(plain))
                .setAuthentication(session.getAuthenticationSelector().getAuthentication(plain))
                .build();
    }
}
