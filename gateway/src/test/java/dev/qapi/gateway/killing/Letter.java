package dev.qapi.gateway.killing;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Something to file, by somebody who has filed nothing before. */
record Letter(String key, String body) {

    private static final AtomicInteger NUMBER = new AtomicInteger(1_000_000);

    static Letter any() {
        return new Letter(UUID.randomUUID().toString(), text());
    }

    /** Something else under the same key. */
    Letter other() {
        return new Letter(key, text());
    }

    private static String text() {
        return """
                {"name":"Kemal Yıldız","document":{"type":"PASSPORT","number":"U%d"},"birthDate":"1985-05-14","citizenship":"TUR",\
                "topic":"OTHER","answerIn":"EN","text":"Is this lost? %s"}""".formatted(NUMBER.incrementAndGet(), UUID.randomUUID());
    }
}
