package group;

class AloneATest extends Alone {}
