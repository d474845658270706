package state;

/** There is one. */
final class Catalogue {
    static final Catalogue INSTANCE = new Catalogue();

    String mode = "slow";

    private Catalogue() {}
}
