package io.github.isolation.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A class loader in which Jupiter is the only engine, and nobody offers a listener of sessions. */
final class JupiterAlone extends ClassLoader {
    private static final String SERVICES = "META-INF/services/";
    private static final String ENGINE = SERVICES + "org.junit.platform.engine.TestEngine";
    private static final String SESSIONS = SERVICES + "org.junit.platform.launcher.LauncherSessionListener";
    private static final String JUPITER = "org.junit.jupiter.engine.JupiterTestEngine";

    JupiterAlone(ClassLoader parent) {
        super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (name.equals(ENGINE)) {
            return Collections.enumeration(List.of(text(JUPITER)));
        }
        return name.equals(SESSIONS) ? Collections.emptyEnumeration() : super.getResources(name);
    }

    private static URL text(String content) throws IOException {
        return new URL(null, "memory:" + content, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
                    }
                };
            }
        });
    }
}
