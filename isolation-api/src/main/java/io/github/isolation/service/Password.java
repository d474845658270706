package io.github.isolation.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The password of a service, which stands in no command line, no log and no record. */
final class Password {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 24;

    private Password() {}

    /** That of its data; otherwise a new one, in letters and digits that need no quoting anywhere. */
    static String of(ServiceSpec spec) throws IOException {
        Path file = spec.passwordFile();
        if (file != null) {
            return Files.readString(file).strip();
        }
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Whether anything of it asks for one. */
    static boolean isWanted(ServiceSpec spec) {
        return spec.passwordFile() != null
                || holdsPlaceholder(spec.properties().values())
                || holdsPlaceholder(spec.command().environment().values())
                || holdsPlaceholder(spec.command().files().values());
    }

    private static boolean holdsPlaceholder(Iterable<String> texts) {
        for (String text : texts) {
            if (Placeholders.in(text).contains(Placeholders.PASSWORD)) {
                return true;
            }
        }
        return false;
    }
}
