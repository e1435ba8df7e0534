package dev.qapi.gateway.registers;

import dev.qapi.eservice.Register;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where EHİS is and who we are there.
 *
 * @param url our security server
 * @param client our own X-Road identifier, {@code instance/class/member/subsystem}
 * @param services the identifier of each register behind it
 * @param connect how long a connection may take, to whichever exchange layer
 * @param connections how many may be open to one register over one layer
 */
@ConfigurationProperties("qapi.ehis")
record EhisProperties(
        @Nullable URI url,
        String client,
        Map<Register, String> services,
        @DefaultValue("500ms") Duration connect,
        @DefaultValue("128") int connections) {}
