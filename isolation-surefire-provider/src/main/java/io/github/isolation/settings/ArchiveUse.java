package io.github.isolation.settings;

/** Which class-data archive workers start from. */
public enum ArchiveUse {
    /** None of ours. */
    FALSE,
    /** One of Surefire, JUnit and this project, which all suites share. */
    TRUE,
    /** One of the jars of the suite's own class path as well, made after the first run of it. */
    SUITE;

    /** {@code true}, {@code false} or {@code suite}; the first two as any other flag is written. */
    record Form() implements io.github.isolation.settings.Form<ArchiveUse> {
        @Override
        public ArchiveUse parse(String text) {
            for (ArchiveUse use : ArchiveUse.values()) {
                if (use.name().equalsIgnoreCase(text)) {
                    return use;
                }
            }
            throw new IllegalArgumentException("'" + text + "' is none of true, false, suite");
        }

        @Override
        public String values() {
            return "`true`, `false`, `suite`";
        }
    }
}
