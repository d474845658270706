package failures;

/** Fails ten times. */
class SixTest extends TenFailures {}

/** Fails ten times. */
class SevenTest extends TenFailures {}

/** Fails ten times. */
class EightTest extends TenFailures {}

/** Fails ten times. */
class NineTest extends TenFailures {}

/** Fails ten times. */
class TenTest extends TenFailures {}
