package dev.qapi.fake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test that talks to the portal over a socket, with an e-service behind it that answers as told. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = FakeGateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "qapi.sandbox=true",
            "qapi.secret=bm90LWEtc2VjcmV0LW5vdC1hLXNlY3JldC1ub3QtYS0=",
            "qapi.ehis.url=http://localhost:1",
            "qapi.gpp.url=http://localhost:1",
            "spring.data.redis.host=localhost",
            "spring.mongodb.host=localhost",
            "management.server.port=-1",
        })
public @interface WithFakeGateway {}
