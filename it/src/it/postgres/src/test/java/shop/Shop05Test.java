package shop;

final class Shop05Test extends ShopContract {}
