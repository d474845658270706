package work;

final class Work01Test extends WorkContract {}
