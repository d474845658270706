package others;

final class Redis3Test extends RedisContract {}
