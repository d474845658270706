package failures;

/** Fails ten times. */
class OneTest extends TenFailures {}

/** Fails ten times. */
class TwoTest extends TenFailures {}

/** Fails ten times. */
class ThreeTest extends TenFailures {}

/** Fails ten times. */
class FourTest extends TenFailures {}

/** Fails ten times. */
class FiveTest extends TenFailures {}
