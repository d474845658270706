package others;

final class Redis2Test extends RedisContract {}
