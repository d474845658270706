package shop;

final class Shop04Test extends ShopContract {}
