package group;

class AloneCTest extends Alone {}
