package io.github.isolation.maven.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Small edits of a plugin's configuration. */
final class Dom {
    private Dom() {}

    /** The configuration, or a new one where there is none. */
    static Xpp3Dom configuration(@Nullable Object configuration) {
        return configuration == null ? new Xpp3Dom("configuration") : (Xpp3Dom) configuration;
    }

    /** The text of a child element, if it is there and not blank. */
    static @Nullable String text(Xpp3Dom parent, String name) {
        Xpp3Dom child = parent.getChild(name);
        String value = child == null ? null : child.getValue();
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A child element, made if it is missing. */
    static Xpp3Dom child(Xpp3Dom parent, String name) {
        Xpp3Dom child = parent.getChild(name);
        if (child == null) {
            child = new Xpp3Dom(name);
            parent.addChild(child);
        }
        return child;
    }

    /** Sets the text of a child element, whatever it was. */
    static void set(Xpp3Dom parent, String name, String value) {
        child(parent, name).setValue(value);
    }

    /** Every text below an element. */
    static List<String> texts(Xpp3Dom element) {
        List<String> texts = new ArrayList<>();
        replaceTexts(element, text -> {
            texts.add(text);
            return text;
        });
        return texts;
    }

    /** Changes every text below an element. */
    static void replaceTexts(Xpp3Dom element, UnaryOperator<String> replacement) {
        if (element.getValue() != null) {
            element.setValue(replacement.apply(element.getValue()));
        }
        for (Xpp3Dom child : element.getChildren()) {
            replaceTexts(child, replacement);
        }
    }
}
