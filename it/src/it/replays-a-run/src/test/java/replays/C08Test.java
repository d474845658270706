package replays;

class C08Test extends Trivial {}
