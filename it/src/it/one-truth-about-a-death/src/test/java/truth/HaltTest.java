package truth;

class HaltTest extends Way.Halt {}
