package io.github.isolation.maven;

import java.util.List;

/** What is wrong in the POM: all of it at once, so that it is mended in one go. */
final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1;

    ConfigurationException(List<String> problems) {
        super((problems.size() == 1 ? "1 problem" : problems.size() + " problems")
                + " in the configuration of isolation-maven-plugin:\n  - "
                + String.join("\n  - ", problems));
    }
}
