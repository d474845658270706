package replays;

import io.github.isolation.SameFork;

@SameFork("state")
class C18Test extends Trivial {}
