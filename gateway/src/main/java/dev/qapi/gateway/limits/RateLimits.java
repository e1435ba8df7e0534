package dev.qapi.gateway.limits;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.PublicAnswer;
import dev.qapi.eservice.Upload;
import dev.qapi.gateway.problem.TooMany;
import dev.qapi.gateway.security.Who;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How often one may ask: a source address, a portal, and everybody together. */
@Component
public class RateLimits {

    private static final Key EVERYBODY = Key.of(Limit.EVERYBODY, "");

    private final SafeBuckets buckets;
    private final NearBuckets near;
    private final Allowances allowances;

    RateLimits(SafeBuckets buckets, NearBuckets near, Allowances allowances) {
        this.buckets = buckets;
        this.near = near;
        this.allowances = allowances;
    }

    /** Completes for whoever may ask now, once the guard knows who they are, and announces how much is left; else 429. */
    public Mono<Void> admit(ServerWebExchange exchange, HandlerMethod route) {
        if (!route.hasMethodAnnotation(AllowedTo.class)) {
            return Mono.empty(); // a page, which asks the API
        }
        var source = SourceAddress.of(exchange.getRequest().getRemoteAddress());
        if (route.hasMethodAnnotation(PublicAnswer.class)) {
            return Mono.fromRunnable(() -> admitPublicly(exchange, Key.of(Limit.PUBLICLY, source)));
        }
        var portal = Who.of(exchange).portal();
        if (portal != null) {
            return buckets.take(Key.of(Limit.CLIENT, portal.client()))
                    .doOnNext(stand -> admit(exchange, stand))
                    .then();
        }
        var misses = Key.of(Limit.MISSES, source);
        exchange.getAttributes().put(Key.class.getName(), misses);
        return buckets.take(Key.of(takesAFile(route) ? Limit.UPLOADS : Limit.LOOKUPS, source))
                .zipWith(buckets.left(misses), (lookups, left) -> {
                    admit(exchange, lookups);
                    return wary(exchange, lookups, left);
                })
                .then();
    }

    private static boolean takesAFile(HandlerMethod route) {
        return Arrays.stream(route.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Upload.class);
    }

    private Stand wary(ServerWebExchange exchange, Stand lookups, long left) {
        var misses = Stand.of(allowances.whole(Limit.MISSES), left, Limit.MISSES.period());
        if (misses.isNearer(lookups)) {
            Announcement.of(misses).in(exchange);
        }
        if (misses.spent() && Who.of(exchange).subject().isEmpty()) {
            throw new TooMany(TooMany.Of.MISSES, misses.again());
        }
        return misses;
    }

    private void admit(ServerWebExchange exchange, Stand stand) {
        announced(exchange, stand);
        var everybody = near.taken(EVERYBODY);
        if (everybody.spent()) {
            throw new TooMany(TooMany.Of.QUESTIONS, everybody.again());
        }
    }

    private void admitPublicly(ServerWebExchange exchange, Key key) {
        announced(exchange, near.taken(key));
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    if (exchange.getResponse().getStatusCode() == HttpStatus.NOT_MODIFIED) {
                        near.giveBack(key);
                    }
                }));
    }

    private static void announced(ServerWebExchange exchange, Stand stand) {
        Announcement.of(stand).in(exchange);
        if (stand.spent()) {
            throw new TooMany(TooMany.Of.QUESTIONS, stand.again());
        }
    }
}
