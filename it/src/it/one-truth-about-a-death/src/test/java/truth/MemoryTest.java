package truth;

class MemoryTest extends Way.Memory {}
