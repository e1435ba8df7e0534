package dev.qapi.gateway.keys;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.scheduler.Schedulers;

/** The gateway's own rules about keys, by a time that goes on only when told: a day of outage takes no day. */
public final class MovedDecoders extends Decoders {

    /** After which keys are fetched anew. */
    public static final Duration LIFE = PublicKeys.LIFE;
    /** After which two more fetches are allowed. */
    public static final Duration INTERVAL = PublicKeys.INTERVAL.plusSeconds(1);
    /** After which the last word of an issuer that is down counts no more. */
    public static final Duration OUTAGE = PublicKeys.OUTAGE.plus(PublicKeys.LIFE);

    private static final Duration NEVER = Duration.ofHours(1);

    private final Clock clock;
    private final AtomicLong millis = new AtomicLong();
    private final Map<URI, PublicKeys> issuers = new ConcurrentHashMap<>();

    private MovedDecoders(Clock clock) {
        super(clock);
        this.clock = clock;
    }

    /** Takes the place of those whose time nobody moves. */
    public static void sit(GenericApplicationContext beans) {
        beans.registerBean(
                "movedDecoders",
                MovedDecoders.class,
                () -> new MovedDecoders(beans.getBean(Clock.class)),
                bean -> bean.setPrimary(true));
    }

    public void goOn(Duration time) {
        millis.addAndGet(time.toMillis());
    }

    @Override
    public ReactiveJwtDecoder of(TokenRules rules) {
        return of(rules, issuers.computeIfAbsent(rules.keys(), this::keys), clock);
    }

    private PublicKeys keys(URI address) {
        var keys = new PublicKeys(new KeyEndpoint(address), NEVER, millis::get, Schedulers.boundedElastic());
        keys.warm();
        return keys;
    }

    @Override
    public void destroy() {
        issuers.values().forEach(PublicKeys::dispose);
    }
}
