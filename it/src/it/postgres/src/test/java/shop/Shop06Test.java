package shop;

final class Shop06Test extends ShopContract {}
