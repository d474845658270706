package failures;

/** Fails ten times. */
class ElevenTest extends TenFailures {}

/** Fails ten times. */
class TwelveTest extends TenFailures {}

/** Fails ten times. */
class ThirteenTest extends TenFailures {}

/** Fails ten times. */
class FourteenTest extends TenFailures {}

/** Fails ten times. */
class FifteenTest extends TenFailures {}
