package replays;

class C09Test extends Trivial {}
