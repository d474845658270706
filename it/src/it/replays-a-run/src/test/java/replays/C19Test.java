package replays;

import io.github.isolation.SameFork;

@SameFork("state")
class C19Test extends Trivial {}
