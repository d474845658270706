package chaos;

/** One of thirty. */
class C11Test extends TenTests {}

/** One of thirty. */
class C12Test extends TenTests {}

/** One of thirty. */
class C13Test extends TenTests {}

/** One of thirty. */
class C14Test extends TenTests {}

/** One of thirty. */
class C15Test extends TenTests {}

/** One of thirty. */
class C16Test extends TenTests {}

/** One of thirty. */
class C17Test extends TenTests {}

/** One of thirty. */
class C18Test extends TenTests {}

/** One of thirty. */
class C19Test extends TenTests {}

/** One of thirty. */
class C20Test extends TenTests {}
