package replays;

class C14Test extends Trivial {}
