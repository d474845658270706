package first;

/** Each test class executes some of it, and none all of it. */
public final class Covered {
    private Covered() {}

    public static String by(String who) {
        if (who.equals("ATest")) {
            return "first";
        }
        if (who.equals("BTest")) {
            return "second";
        }
        if (who.equals("CTest")) {
            return "third";
        }
        return who.equals("nobody") ? "nobody" : "others";
    }
}
