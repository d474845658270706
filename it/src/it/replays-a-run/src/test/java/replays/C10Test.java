package replays;

class C10Test extends Trivial {}
