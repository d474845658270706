package shop;

final class Shop07Test extends ShopContract {}
