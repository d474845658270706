package replays;

class C04Test extends Trivial {}
