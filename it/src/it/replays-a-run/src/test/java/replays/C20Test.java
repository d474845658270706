package replays;

class C20Test extends Trivial {}
