package dev.qapi.gateway.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The whole gateway on real sockets with its real stores, asking a {@link Vmms} of the test's own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "qapi.sandbox=true",
            "qapi.ehis.url=http://told-by-own-government",
            "management.server.port=0",
            "qapi.ehis.connect=500ms",
            "qapi.resilience.response=1s",
            "qapi.resilience.patience=10s",
            "qapi.resilience.deadline=2s",
            "qapi.resilience.rest=400ms"
        })
@AutoConfigureWebTestClient(timeout = "20s")
@ContextConfiguration(initializers = OwnGovernment.class)
@DirtiesContext
public @interface GatewayTest {}
