package io.github.isolation.supervisor;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The class files on the tests' class path, read without loading a class. */
public final class TestClassFiles implements Closeable {
    private static final byte[] NONE = {};

    private final URLClassLoader files;

    /** Those that are found there. */
    public TestClassFiles(List<URL> classPath) {
        files = new URLClassLoader(classPath.toArray(new URL[0]), null);
    }

    /** A class; empty if it cannot be read. */
    public byte[] bytes(String className) {
        try (InputStream file = files.getResourceAsStream(className.replace('.', '/') + ".class")) {
            return file == null ? NONE : file.readAllBytes();
        } catch (IOException e) {
            return NONE;
        }
    }

    /** Whether a class says that it may be divided, or something in it does. */
    public boolean isSplitClass(String className) {
        return mentions(bytes(className), "Lio/github/isolation/SplitClass;");
    }

    /** Whether a class has this text among its constants: most have not, and need not be understood. */
    static boolean mentions(byte[] bytes, String text) {
        // Bytes are compared with bytes: in a class file, letters beyond ASCII have two of them or more.
        String coded = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(coded);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
