package work;

final class Work05Test extends WorkContract {}
