package shop;

class CTest extends OrdersTests {}
