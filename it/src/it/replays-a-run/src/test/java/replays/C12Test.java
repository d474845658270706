package replays;

class C12Test extends Trivial {}
