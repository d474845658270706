package shop;

class ATest extends OrdersTests {}
