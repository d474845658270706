package shop;

class ETest extends OrdersTests {}
