package io.github.isolation.junit;

import io.github.isolation.Isolation;
import io.github.isolation.fixture.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A copy of a fixture that lives as long as a test or a class.
 *
 * @param id of the fixture
 * @param path where the copy is
 * @param owner the test or class, in words
 * @param keep asked in the end: whether it stays
 */
record FixtureCopy(String id, Path path, String owner, BooleanSupplier keep)
        implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    static FixtureCopy make(String id, ExtensionContext owner, BooleanSupplier keep) {
        String name = owner.getTestClass().map(Class::getSimpleName).orElse("tests")
                + owner.getTestMethod().map(method -> "." + method.getName()).orElse("");
        try {
            Path copies = Files.createDirectories(Isolation.fork().directory().resolve("copies"));
            Path directory = Files.createTempDirectory(copies, name + "-");
            return new FixtureCopy(id, Isolation.fixtureCopy(id, directory), name, keep);
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a copy of the fixture '" + id + "' for " + name, e);
        }
    }

    /** Called by Jupiter at the end of the test or class: what this prints is in its report. */
    @Override
    public void close() throws IOException {
        if (keep.getAsBoolean()) {
            System.out.println(
                    "isolation: " + owner + " failed; its copy of the fixture '" + id + "' is kept: " + path);
        } else {
            FileTrees.delete(path.resolveSibling("").normalize());
        }
    }
}
