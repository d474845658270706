package shop;

public record Order(int number) {}
