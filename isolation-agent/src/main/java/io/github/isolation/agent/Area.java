package io.github.isolation.agent;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an audit looks at; the words are those of the setting. */
enum Area {
    FILES,
    PORTS,
    JVM,
    STATICS,
    DIRECTORIES;

    /** Those of a text with commas between them; a word that is none, which the supervisor has refused, is passed over. */
    static Set<Area> parse(String text) {
        Set<Area> areas = EnumSet.noneOf(Area.class);
        for (Area area : values()) {
            for (String word : text.split(",", -1)) {
                if (word.strip().equals(area.word())) {
                    areas.add(area);
                }
            }
        }
        return areas;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
