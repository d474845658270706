package io.github.isolation.maven.cache;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A URL, downloaded once by Maven's own transport. What it names is taken never to change, and held to that. */
public record UrlSource(URI url) implements FixtureSource {
    @Override
    public String describe() {
        return "url " + Masked.url(url);
    }

    /** Records tell everything. */
    @Override
    public String toString() {
        return describe();
    }

    @Override
    public boolean isRemote() {
        return !isFile();
    }

    @Override
    public List<String> identity(FetchContext around) {
        return List.of("url", url.toString());
    }

    @Override
    public void fetch(FixtureSpec spec, Path target, FetchContext around) throws IOException {
        if (isFile()) {
            Path file = Path.of(url);
            if (!Files.isRegularFile(file)) {
                throw new IOException(file + (Files.exists(file) ? " is not a file" : " does not exist"));
            }
            Files.deleteIfExists(target);
            Files.copy(file, target);
        } else {
            new PatientDownload(spec, around).get(url, target);
        }
    }

    private boolean isFile() {
        return "file".equalsIgnoreCase(url.getScheme());
    }
}
