package io.github.isolation.maven.cache;

import io.github.isolation.fork.ForkLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.transport.http.HttpTransporterFactory;

/** Builds for sources to be fetched in. */
final class Builds {
    /** The transport that Maven has from 3.9 on. */
    static final Downloads HTTP = new ResolverDownloads(
            (session, repository) -> new HttpTransporterFactory().newInstance(session, repository),
            MavenRepositorySystemUtils.newSession());

    /** For tests of other sources. */
    static final ArtifactFiles NO_ARTIFACTS = coordinates -> {
        throw new IOException("no artifact " + coordinates);
    };

    private Builds() {}

    static FetchContext online(Path baseDirectory) {
        return build(baseDirectory, NO_ARTIFACTS, false, new RecordingLog());
    }

    static FetchContext build(Path baseDirectory, ArtifactFiles artifacts, boolean offline, RecordingLog log) {
        return new FetchContext(
                baseDirectory,
                testClassPath(),
                List.of("org.apache.derby:derby:jar:10.16.1.1"),
                new ForkLayout(baseDirectory.resolve("target/isolation")),
                artifacts,
                HTTP,
                pause -> {},
                offline,
                log);
    }

    private static List<Path> testClassPath() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
    }
}
