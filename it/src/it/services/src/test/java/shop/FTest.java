package shop;

class FTest extends OrdersTests {}
