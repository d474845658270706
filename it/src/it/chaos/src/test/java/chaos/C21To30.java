package chaos;

/** One of thirty. */
class C21Test extends TenTests {}

/** One of thirty. */
class C22Test extends TenTests {}

/** One of thirty. */
class C23Test extends TenTests {}

/** One of thirty. */
class C24Test extends TenTests {}

/** One of thirty. */
class C25Test extends TenTests {}

/** One of thirty. */
class C26Test extends TenTests {}

/** One of thirty. */
class C27Test extends TenTests {}

/** One of thirty. */
class C28Test extends TenTests {}

/** One of thirty. */
class C29Test extends TenTests {}

/** One of thirty. */
class C30Test extends TenTests {}
