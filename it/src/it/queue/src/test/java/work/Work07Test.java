package work;

final class Work07Test extends WorkContract {}
