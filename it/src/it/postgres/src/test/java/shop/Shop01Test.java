package shop;

final class Shop01Test extends ShopContract {}
