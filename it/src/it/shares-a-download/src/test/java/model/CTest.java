package model;

/** One of several. */
class CTest extends ModelTests {}
