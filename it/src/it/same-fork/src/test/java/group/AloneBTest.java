package group;

class AloneBTest extends Alone {}
