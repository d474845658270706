package work;

final class Work02Test extends WorkContract {}
