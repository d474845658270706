package shop;

final class Shop03Test extends ShopContract {}
