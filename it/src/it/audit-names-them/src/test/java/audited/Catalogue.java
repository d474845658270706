package audited;

/** A singleton, as applications have them. */
final class Catalogue {
    static final Catalogue INSTANCE = new Catalogue();

    String mode = "slow";

    private Catalogue() {}
}
