package model;

/** One of several. */
class DTest extends ModelTests {}
