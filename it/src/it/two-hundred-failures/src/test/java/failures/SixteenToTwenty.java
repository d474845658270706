package failures;

/** Fails ten times. */
class SixteenTest extends TenFailures {}

/** Fails ten times. */
class SeventeenTest extends TenFailures {}

/** Fails ten times. */
class EighteenTest extends TenFailures {}

/** Fails ten times. */
class NineteenTest extends TenFailures {}

/** Fails ten times. */
class TwentyTest extends TenFailures {}
