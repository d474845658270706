package shop;

final class Shop09Test extends ShopContract {}
