package replays;

class C05Test extends Trivial {}
