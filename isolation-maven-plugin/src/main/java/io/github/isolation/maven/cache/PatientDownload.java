package io.github.isolation.maven.cache;

import io.github.isolation.fork.FileErrors;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A download that fails and may go better the next time is tried again, after a while that doubles; with what is there
 * already where that is safe.
 *
 * <p>It is safe where a checksum is declared: parts of two versions of a file would be found out.
 */
final class PatientDownload {
    /** What a server gets before it is given up. */
    static final int ATTEMPTS = 4;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final FixtureSpec spec;
    private final FetchContext around;
    private boolean continued;

    PatientDownload(FixtureSpec spec, FetchContext around) {
        this.spec = spec;
        this.around = around;
    }

    /** Downloads to {@code target}; what is there already is the beginning, left by a build that was killed. */
    void get(URI url, Path target) throws IOException {
        Checksum checksum = spec.checksum();
        KeptPart.restore(target);
        if (checksum != null && size(target) > 0 && checksum.actual(target).equals(checksum.hex())) {
            return; // all that was missing was the end of a build
        }
        if (checksum == null && Redirects.isSecure(url)) {
            refuseInsecure(url);
        }
        attempts(url, target);
        if (checksum != null && continued && !checksum.actual(target).equals(checksum.hex())) {
            say("what was continued is not the file that was begun; it is downloaded from its start");
            Files.delete(target);
            attempts(url, target);
        }
    }

    /** Who asks by https trusts the host; who answers by http may be anybody. */
    private void refuseInsecure(URI url) throws IOException {
        Optional<URI> insecure = Optional.empty();
        try {
            insecure = around.downloads().insecureRedirect(url);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            say("it cannot be seen whether it leads to http: (" + Masked.in(FileErrors.text(e), url)
                    + "); with a <sha256> that would not matter");
        }
        if (insecure.isPresent()) {
            throw new IOException("it is refused: it leads to " + Masked.url(insecure.get())
                    + ", where anybody on the way can change it. Declare its <sha256>, or an address that stays with"
                    + " https");
        }
    }

    private void attempts(URI url, Path target) throws IOException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            boolean resume = spec.checksum() != null && size(target) > 0;
            if (!resume) {
                Files.deleteIfExists(target);
            }
            continued |= resume;
            try {
                around.downloads()
                        .get(
                                url,
                                target,
                                spec.checksum() != null,
                                new DownloadProgress(
                                        spec.id(), around.log(), System::nanoTime, resume ? size(target) : 0));
                KeptPart.forget(target);
                return;
            } catch (DownloadException e) {
                if (FullDiskException.isCauseOf(e)) {
                    // What has come may be what filled it.
                    KeptPart.forget(target);
                    Files.deleteIfExists(target);
                    throw e;
                }
                KeptPart.restore(target);
                if (resume && !e.isWorthRetrying()) {
                    // The server may just not like the way it was asked.
                    Files.delete(target);
                } else if (!e.isWorthRetrying()) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw new IOException(e.getMessage() + " (attempt " + ATTEMPTS + " of " + ATTEMPTS + ")", e);
                }
                say("attempt " + attempt + " of " + ATTEMPTS + " failed (" + e.getMessage() + "); the next one in "
                        + HumanFormat.time(pause)
                        + (spec.checksum() != null && size(target) > 0
                                ? ", with the " + HumanFormat.size(size(target)) + " that are there"
                                : ""));
            }
            pause(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private void pause(Duration pause) throws InterruptedIOException {
        try {
            around.pause().accept(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted between two attempts to download it");
        }
    }

    private void say(String what) {
        around.log().info("isolation: fixture '" + spec.id() + "': " + what);
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
