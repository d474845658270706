package io.github.isolation.settings;

/**
 * The number of forks as users write it for Surefire: {@code 4}, or {@code 1.5C} for one and a half times the cores.
 *
 * <p>Rounds as Surefire does, so that as many forks are prepared as will start.
 */
public final class ForkCount {
    private ForkCount() {}

    /**
     * Reads what the user wrote.
     *
     * @throws IllegalArgumentException for anything that is not a number, optionally followed by {@code C}
     */
    public static int parse(String text, int cores) {
        String trimmed = text.strip();
        try {
            if (trimmed.endsWith("C")) {
                float perCore = Float.parseFloat(trimmed.substring(0, trimmed.length() - 1));
                if (perCore > 0 && Float.isFinite(perCore)) {
                    return Math.max(1, (int) (perCore * cores));
                }
            } else {
                int count = Integer.parseInt(trimmed);
                if (count >= 0) {
                    return count;
                }
            }
        } catch (NumberFormatException e) {
            // Refused below, together with negative and infinite numbers.
        }
        throw new IllegalArgumentException(
                "'" + text + "' is not a number of forks; write a number such as 4, or 1.5C for 1.5 per core");
    }
}
