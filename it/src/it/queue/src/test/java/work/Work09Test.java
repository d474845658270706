package work;

final class Work09Test extends WorkContract {}
