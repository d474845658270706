package work;

final class Work08Test extends WorkContract {}
