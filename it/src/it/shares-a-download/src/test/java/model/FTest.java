package model;

/** One of several. */
class FTest extends ModelTests {}
