package replays;

class C02Test extends Trivial {}
