package io.github.isolation.surefire;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.Properties;
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

    private ApiVersion() {}

    /** What is wrong with it, and what to do; empty if nothing is. What stands first on a class path is what is loaded. */
    static Optional<String> problem(ClassLoader loader) throws IOException {
        String runtime = version(loader.getResource(OF_RUNTIME));
        URL witness = loader.getResource(WITNESS);
        if (witness == null) {
            return Optional.of(
                    "isolation: isolation-api is not on the class path of the tests: add it to their dependencies, version "
                            + runtime + ".");
        }
        URL told = loader.getResource(OF_API);
        String place = place(witness, WITNESS);
        String api = told != null && place(told, OF_API).equals(place) ? version(told) : "of an unknown version";
        return api.equals(runtime)
                ? Optional.empty()
                : Optional.of("isolation: the tests' class path has isolation-api " + api + " (" + place + "), and "
                        + "isolation-surefire-provider " + runtime + ": give both the same version.");
    }

    private static String version(@Nullable URL file) throws IOException {
        Properties properties = new Properties();
        if (file != null) {
            try (InputStream in = file.openStream()) {
                properties.load(in);
            }
        }
        return properties.getProperty("version", "of an unknown version");
    }

    /** The jar or directory that has this file. */
    private static String place(URL file, String name) {
        String text = file.toString();
        return text.substring(0, text.length() - name.length()).replaceAll("^jar:|!?/$", "");
    }
}
