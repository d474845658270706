package others;

final class Redis1Test extends RedisContract {}
