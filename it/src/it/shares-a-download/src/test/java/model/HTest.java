package model;

/** One of several. */
class HTest extends ModelTests {}
