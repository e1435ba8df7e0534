package dev.qapi.bench;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import redis.embedded.RedisServer;

/** A Redis and a MongoDB outside of what is measured, for whoever needs them. */
class Stores {

    public static void main(String[] redisAndMongo) throws Exception {
        var redis = new RedisServer(Integer.parseInt(redisAndMongo[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(redis)));
        redis.start();
        new MongoServer(new MemoryBackend()).bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(redisAndMongo[1])));
    }

    private static void stop(RedisServer redis) {
        try {
            redis.stop();
        } catch (Exception gone) {
            // it ends with us
        }
    }
}
