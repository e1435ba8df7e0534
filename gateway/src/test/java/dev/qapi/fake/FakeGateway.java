package dev.qapi.fake;

import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Signer;
import dev.qapi.gateway.login.Accounts;
import dev.qapi.gateway.login.TypedForms;
import dev.qapi.gateway.papers.Stamps;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;

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
@Import({Accounts.class, TypedForms.class, Stamps.class, Signer.class, Pepper.class})
public class FakeGateway {

    static void main(String[] args) {
        SpringApplication.run(FakeGateway.class, args);
    }

    /** As in the real one, the library's own filters stand before the login alone. */
    @Bean
    SecurityWebFilterChain nothing() {
        return new MatcherSecurityWebFilterChain(
                _ -> MatchResult.notMatch(), List.of((exchange, chain) -> chain.filter(exchange)));
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T10:05:00Z"), ZoneId.of("Asia/Baku"));
    }
}
