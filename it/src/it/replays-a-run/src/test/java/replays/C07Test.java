package replays;

class C07Test extends Trivial {}
