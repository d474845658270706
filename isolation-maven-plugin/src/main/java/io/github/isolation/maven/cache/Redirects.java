package io.github.isolation.maven.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an address leads, asked before it is downloaded from: all of Maven's transports follow a redirect from {@code https} to
 * {@code http} without a word, and none can be told not to in every version.
 */
final class Redirects {
    private static final int MOST = 20;

    /** Not found, gone, and nothing in that range: the download says the same, or finds a file without a byte. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 410, 416);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final @Nullable String authorization;

    /**
     * Asks with this client, which must not follow redirects itself.
     *
     * @param authorization for the first host; null if it wants none
     */
    Redirects(HttpClient client, @Nullable String authorization) {
        this.client = client;
        this.authorization = authorization;
    }

    /** The first address on the way that anybody could change the answers of; empty if there is none. */
    Optional<URI> insecure(URI url) throws IOException {
        URI place = url;
        for (int followed = 0; followed < MOST; followed++) {
            if (!isSecure(place)) {
                return Optional.of(place);
            }
            Optional<URI> next = next(place, followed == 0);
            if (next.isEmpty()) {
                return next;
            }
            place = next.get();
        }
        return Optional.empty(); // the transport gives up as well
    }

    static boolean isSecure(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Some servers answer only to those who want the file. */
    private Optional<URI> next(URI place, boolean first) throws IOException {
        HttpResponse<InputStream> answer =
                ask(request(place, first).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        if (answer.statusCode() >= 400) {
            answer = ask(request(place, first).header("Range", "bytes=0-0"));
        }
        int status = answer.statusCode();
        if (status / 100 != 2 && status / 100 != 3 && !NOT_THERE.contains(status)) {
            // A proxy that wants a password, for example: where it would lead us then, nobody knows.
            throw new IOException("the answer was " + status);
        }
        try {
            return status / 100 == 3 ? answer.headers().firstValue("Location").map(place::resolve) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException("it leads to what is no address", e);
        }
    }

    private HttpRequest.Builder request(URI place, boolean first) throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(place).timeout(PATIENCE);
            return first && authorization != null ? request.header("Authorization", authorization) : request;
        } catch (IllegalArgumentException e) {
            // Its message has the whole address, and a host with an underscore is enough.
            throw new IOException("it leads to " + Masked.url(place) + ", which cannot be asked");
        }
    }

    private HttpResponse<InputStream> ask(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it was looked where it leads");
        }
    }
}
