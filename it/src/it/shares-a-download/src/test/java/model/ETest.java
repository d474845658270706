package model;

/** One of several. */
class ETest extends ModelTests {}
