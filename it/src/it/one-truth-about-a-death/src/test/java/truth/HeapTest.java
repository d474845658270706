package truth;

class HeapTest extends Way.Heap {}
