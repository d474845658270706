package chaos;

/** One of thirty. */
class C01Test extends TenTests {}

/** One of thirty. */
class C02Test extends TenTests {}

/** One of thirty. */
class C03Test extends TenTests {}

/** One of thirty. */
class C04Test extends TenTests {}

/** One of thirty. */
class C05Test extends TenTests {}

/** One of thirty. */
class C06Test extends TenTests {}

/** One of thirty. */
class C07Test extends TenTests {}

/** One of thirty. */
class C08Test extends TenTests {}

/** One of thirty. */
class C09Test extends TenTests {}

/** One of thirty. */
class C10Test extends TenTests {}
