package replays;

class C15Test extends Trivial {}
