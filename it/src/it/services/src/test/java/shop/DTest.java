package shop;

class DTest extends OrdersTests {}
