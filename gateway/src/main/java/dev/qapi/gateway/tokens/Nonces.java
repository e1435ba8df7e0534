package dev.qapi.gateway.tokens;

import com.nimbusds.openid.connect.sdk.Nonce;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Stamp;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Words that a DPoP proof has to repeat (RFC 9449, section 8), so that nobody can have made it long before. Nothing is kept: every gateway of the
 * same secret tells the same word for two minutes, and takes the one before as well.
 */
@Component
final class Nonces {

    private static final String HEADER = "DPoP-Nonce";
    private static final Duration PERIOD = Duration.ofMinutes(2);

    private final boolean wanted;
    private final Stamp stamp;
    private final Clock clock;

    Nonces(PortalsProperties portals, Pepper pepper, Clock clock) {
        this.wanted = portals.nonce();
        this.stamp = pepper.stamp("dpop nonce");
        this.clock = clock;
    }

    /** Null if none is wanted. */
    @Nullable
    Set<Nonce> accepted() {
        var period = period();
        return wanted ? Set.of(of(period), of(period - 1)) : null;
    }

    /** The one for the next proof. */
    void tell(ServerHttpResponse response) {
        if (wanted) {
            response.getHeaders().set(HEADER, of(period()).getValue());
        }
    }

    private long period() {
        return clock.millis() / PERIOD.toMillis();
    }

    private Nonce of(long period) {
        return new Nonce(
                stamp.on(ByteBuffer.allocate(Long.BYTES).putLong(period).array()));
    }
}
