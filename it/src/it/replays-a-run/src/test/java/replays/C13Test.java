package replays;

class C13Test extends Trivial {}
