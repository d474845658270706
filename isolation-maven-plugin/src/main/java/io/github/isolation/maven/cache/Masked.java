package io.github.isolation.maven.cache;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * URLs as they may be shown: without anything that can be a password or a token. What cannot be understood is not shown at all,
 * because nobody knows which part of it is which.
 */
public final class Masked {
    private static final String HIDDEN = "…";

    /** A scheme has at least two letters here: {@code C:/} is a place. */
    private static final Pattern LIKE_A_URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*|//.*|https?:.*", Pattern.DOTALL);

    /** What has no place for a secret. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?:[A-Za-z][A-Za-z0-9+.-]*://?)?[A-Za-z0-9._~/-]*" + "(?::\\d{1,5}(?:/[A-Za-z0-9._~/-]*)?)?");

    private static final Pattern KNOWN_SCHEME = Pattern.compile(
            "(https?|ftps?|sftp|file|s3|scp|ssh|jar|git):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What begins a query, a fragment or a parameter. */
    private static final Pattern REST = Pattern.compile("[?#;]");

    private static final Pattern URL_IN_TEXT =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://[^\\s\"<>]+", Pattern.CASE_INSENSITIVE);

    /** Shorter ones stand for nothing in particular: {@code download=1}. */
    private static final int SHORTEST_SECRET = 4;

    private Masked() {}

    /** An address that can be understood: its query is hidden, and so is what is before an {@code @}. */
    public static String url(URI url) {
        String text = url.toString();
        int begin = text.indexOf(':') + (text.contains("://") ? 3 : 1);
        int at = Math.max(text.lastIndexOf('@'), text.lastIndexOf("%40"));
        Matcher rest = REST.matcher(text);
        boolean hasRest = rest.find();
        if (url.getScheme() == null || (hasRest && at > rest.start())) {
            // A password may have any of these in it: nobody knows where it ends.
            return written(text);
        }
        String shown = hasRest ? text.substring(0, rest.end()) + HIDDEN : text;
        return at < begin ? shown : shown.substring(0, begin) + HIDDEN + shown.substring(at);
    }

    /** Whatever somebody wrote where an address, or the name of something, was to be. */
    public static String written(String text) {
        String stripped = text.strip();
        if (HARMLESS.matcher(stripped).matches()) {
            return text;
        }
        Matcher scheme = KNOWN_SCHEME.matcher(stripped);
        return scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) + "://" + HIDDEN : HIDDEN;
    }

    /** As {@link #written} if it looks like an address; a name of something else as it is. */
    public static String unlessUrl(String text) {
        return LIKE_A_URL.matcher(text.strip()).matches() ? written(text) : text;
    }

    /** What somebody else says, who may have other addresses to tell, and parts of this one. */
    static String in(String message, URI url) {
        String masked = in(message);
        for (String secret : secrets(url)) {
            masked = masked.replace(secret, HIDDEN);
        }
        return masked;
    }

    /** What somebody else says, with the addresses in it masked. */
    static String in(String message) {
        return URL_IN_TEXT.matcher(message).replaceAll(found -> Matcher.quoteReplacement(found(found)));
    }

    /** The error as it is, or one that says the same with the secrets hidden: Maven prints all causes if asked to. */
    static Throwable in(Throwable error, URI url) {
        boolean secretive = false;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            secretive |= cause.getSuppressed().length > 0 || !message.equals(in(message, url));
        }
        return secretive ? copy(error, url) : error;
    }

    private static Throwable copy(Throwable error, URI url) {
        Throwable cause = error.getCause();
        IOException copy = new IOException(
                error.getClass().getName() + ": " + in(String.valueOf(error.getMessage()), url),
                cause == null ? null : copy(cause, url));
        copy.setStackTrace(error.getStackTrace());
        return copy;
    }

    private static String found(MatchResult found) {
        try {
            URI url = URI.create(found.group());
            return url.getRawUserInfo() == null && url.getHost() != null ? url(url) : written(found.group());
        } catch (IllegalArgumentException e) {
            return written(found.group());
        }
    }

    private static Set<String> secrets(URI url) {
        Set<String> secrets = new HashSet<>();
        String text = url.toString();
        int start = Math.max(text.indexOf('?'), text.indexOf(';'));
        for (String part : start < 0 ? new String[0] : text.substring(start + 1).split("[&;?]")) {
            String value = part.substring(part.indexOf('=') + 1);
            secrets.add(value);
            try {
                secrets.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                // It is not encoded in this way.
            }
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
        return secrets;
    }
}
