package io.github.isolation.maven.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What is in an archive that is in an artifact: programs of one platform are published like that.
 *
 * @param outer the jar file
 * @param suffix which of its entries it is, the only one whose name ends like this
 */
public record NestedArchive(ArtifactSource outer, String suffix) implements FixtureSource {
    @Override
    public String describe() {
        return outer.describe();
    }

    @Override
    public boolean isRemote() {
        return outer.isRemote();
    }

    @Override
    public List<String> identity(FetchContext around) throws IOException {
        List<String> words = new ArrayList<>(List.of("archive in it", suffix));
        words.addAll(outer.identity(around));
        return words;
    }

    @Override
    public void fetch(FixtureSpec spec, Path target, FetchContext around) throws IOException {
        Path jar = around.artifacts().resolve(outer.coordinates()).file();
        Path inner = target.resolveSibling("inner");
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(entry(zip))) {
            Files.copy(in, inner);
            Unpacker.unpack(inner, target, spec.unpackLimit());
        } finally {
            Files.deleteIfExists(inner);
        }
    }

    private ZipEntry entry(ZipFile zip) throws IOException {
        List<? extends ZipEntry> found =
                zip.stream().filter(entry -> entry.getName().endsWith(suffix)).toList();
        if (found.size() != 1) {
            throw new IOException(
                    "it has " + found.size() + " entries whose names end in '" + suffix + "', and must have one");
        }
        return found.get(0);
    }
}
