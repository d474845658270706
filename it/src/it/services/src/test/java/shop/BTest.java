package shop;

class BTest extends OrdersTests {}
