package dev.qapi.fake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** Everything of the portal, nothing that needs a store or a register. It is always 14:05 of 23 November 2026 in Baku. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration",
        })
@ComponentScan({
    "dev.qapi.fake",
    "dev.qapi.gateway.portal",
    "dev.qapi.gateway.language",
    "dev.qapi.gateway.problem",
    "dev.qapi.gateway.correlation",
    "dev.qapi.gateway.security"
})
public class FakeGateway {

    static void main(String[] args) {
        SpringApplication.run(FakeGateway.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T10:05:00Z"), ZoneId.of("Asia/Baku"));
    }
}
