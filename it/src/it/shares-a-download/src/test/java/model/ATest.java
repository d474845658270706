package model;

/** One of several. */
class ATest extends ModelTests {}
