package model;

/** One of several. */
class GTest extends ModelTests {}
