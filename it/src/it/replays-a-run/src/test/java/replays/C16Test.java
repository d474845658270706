package replays;

class C16Test extends Trivial {}
