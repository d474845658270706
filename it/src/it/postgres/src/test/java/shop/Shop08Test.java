package shop;

final class Shop08Test extends ShopContract {}
