package replays;

class C11Test extends Trivial {}
