package replays;

class C06Test extends Trivial {}
