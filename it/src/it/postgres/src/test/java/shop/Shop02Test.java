package shop;

final class Shop02Test extends ShopContract {}
