package group;

class AloneDTest extends Alone {}
