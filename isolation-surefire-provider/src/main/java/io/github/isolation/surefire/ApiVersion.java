package io.github.isolation.surefire;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the API on the tests' class path is the one that this runtime was built with. Where the extension wires
 * Surefire it is, whatever version the project asks for; there are other ways to a class path.
 *
 * <p>Nothing of the API is loaded for that: one of another version may lack what we call, or mean something else by it.
 */
final class ApiVersion {
    private static final String WITNESS = "io/github/isolation/Isolation.class";
    private static final String OF_API = "META-INF/isolation/api.properties";
    private static final String OF_RUNTIME = "META-INF/isolation/runtime.properties";

    private static final String UNKNOWN = "of an unknown version";

    private ApiVersion() {}

    /** What is wrong with it, and what to do; empty if nothing is. What stands first on a class path is what is loaded. */
    static Optional<String> problem(ClassLoader loader) throws IOException {
        String runtime = version(loader.getResource(OF_RUNTIME), OF_RUNTIME);
        URL witness = loader.getResource(WITNESS);
        if (witness == null) {
            return Optional.of(
                    "isolation: isolation-api is not on the class path of the tests: add it to their dependencies, version "
                            + runtime + ".");
        }
        URL told = loader.getResource(OF_API);
        String place = place(witness, WITNESS);
        String api = told != null && place(told, OF_API).equals(place) ? version(told, OF_API) : UNKNOWN;
        return api.equals(runtime)
                ? Optional.empty()
                : Optional.of("isolation: the tests' class path has isolation-api " + api + " (" + file(place)
                        + "), and " + "isolation-surefire-provider " + runtime + ": give both the same version.");
    }

    /** The version of this runtime. */
    static String ofRuntime(ClassLoader loader) throws IOException {
        return version(loader.getResource(OF_RUNTIME), OF_RUNTIME);
    }

    private static String version(@Nullable URL url, String name) throws IOException {
        if (url == null) {
            return UNKNOWN;
        }
        String place = place(url, name);
        if (!place.startsWith("jar:file:")) {
            try (InputStream in = url.openStream()) {
                return version(in);
            }
        }
        // The jar is open already; a connection to it would load two dozen classes, while the first worker waits.
        try (ZipFile jar = new ZipFile(new File(URI.create(file(place))));
                InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return version(in);
        }
    }

    private static String version(InputStream in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        return properties.getProperty("version", UNKNOWN);
    }

    /** What has this file, as it begins the file's URL: {@code file:/directory/} or {@code jar:file:/a.jar!/}. */
    private static String place(URL url, String name) {
        String text = url.toString();
        return text.substring(0, text.length() - name.length());
    }

    /** A place as people know it. */
    private static String file(String place) {
        return place.startsWith("jar:") ? place.substring("jar:".length(), place.length() - "!/".length()) : place;
    }
}
