package model;

/** One of several. */
class BTest extends ModelTests {}
