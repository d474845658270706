package replays;

class C01Test extends Trivial {}
