package dev.qapi.gateway.keys;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches an issuer's keys: one answer of 200, small, at once, and from nowhere else. Blocks. */
final class KeyEndpoint implements JWKSetSource<SecurityContext> {

    /** From the first packet to the last byte of the body, so that an answer that only drips is none. */
    static final Duration PATIENCE = Duration.ofMillis(350);

    private static final int LARGEST = 50 * 1024;
    private static final BodyHandler<String> SMALL = BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST);

    private final HttpRequest request;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    KeyEndpoint(URI address) {
        this.request = HttpRequest.newBuilder(address)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        var reply = http.sendAsync(request, SMALL);
        try {
            var answer = reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new JWKSetUnavailableException("status " + answer.statusCode());
            }
            return JWKSet.parse(answer.body()).toPublicJWKSet();
        } catch (ParseException e) {
            throw new JWKSetParseException("no keys", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new JWKSetUnavailableException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JWKSetUnavailableException("no longer wanted", e);
        } finally {
            reply.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
