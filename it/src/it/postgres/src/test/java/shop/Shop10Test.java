package shop;

final class Shop10Test extends ShopContract {}
