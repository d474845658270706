package work;

final class Work03Test extends WorkContract {}
