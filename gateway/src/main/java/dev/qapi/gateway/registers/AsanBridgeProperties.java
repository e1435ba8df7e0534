package dev.qapi.gateway.registers;

import dev.qapi.eservice.Register;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where ASAN Bridge is and who we are there.
 *
 * @param url absent: every register is reached over EHİS only
 * @param clientId our name at its token endpoint
 * @param clientSecret and our password
 * @param services the name of each register behind it; one without is reached over EHİS only
 */
@ConfigurationProperties("qapi.asan-bridge")
record AsanBridgeProperties(
        @Nullable URI url,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue Map<Register, String> services) {

    /** A record's own would print the secret. */
    @Override
    public String toString() {
        return "ASAN Bridge at " + url;
    }
}
