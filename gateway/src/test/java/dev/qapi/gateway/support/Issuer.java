package dev.qapi.gateway.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Whoever issues tokens: a server of keys that can be as bad as one likes, and tokens that say what one likes. */
public final class Issuer implements AutoCloseable {

    /** What its tokens say of themselves. */
    public static final String NAME = "https://issuer.test";

    public static final String AUDIENCE = "https://qapi.test";

    /** Answers as badly as one likes. */
    @FunctionalInterface
    public interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile RSAKey key = newKey();
    private volatile Answering answering = this::tellKeys;

    public Issuer() {
        this(0);
    }

    public Issuer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                fetches.incrementAndGet();
                answering.answer(exchange);
            }
        });
        server.start();
    }

    public URI keys() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
    }

    public int fetches() {
        return fetches.get();
    }

    public RSAKey key() {
        return key;
    }

    /** From now on there is another key, and this one only. */
    public void rotate() {
        key = newKey();
    }

    public void answerBy(Answering how) {
        answering = how;
    }

    public void answerWell() {
        answering = this::tellKeys;
    }

    /** Takes the question and says nothing. */
    public void stall() {
        answering = _ -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** 50 MB, made as they are sent: it is whoever reads them that is to be tested, not the heap of both. */
    public static void flood(HttpExchange exchange) throws IOException {
        var part = new byte[50_000];
        exchange.sendResponseHeaders(200, 1000L * part.length);
        for (var i = 0; i < 1000; i++) {
            exchange.getResponseBody().write(part);
        }
    }

    /** A token that is good, but for what {@code change} does to it. */
    public String token(Consumer<JWTClaimsSet.Builder> change) {
        return sign(key, new JWSHeader.Builder(JWSAlgorithm.RS256), change);
    }

    public static String sign(RSAKey key, JWSHeader.Builder header, Consumer<JWTClaimsSet.Builder> change) {
        var claims = claims();
        change.accept(claims);
        var named =
                header.keyID(key.getKeyID()).type(new JOSEObjectType("at+jwt")).build();
        var token = new SignedJWT(named, claims.build());
        try {
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that a portal's token has to say. */
    public static JWTClaimsSet.Builder claims() {
        var now = System.currentTimeMillis();
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .subject("portal-x")
                .claim("client_id", "portal-x")
                .claim("scope", "applications payments restrictions stay-registrations")
                .issueTime(new Date(now - 1000))
                .expirationTime(new Date(now + 300_000))
                .jwtID(UUID.randomUUID().toString());
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tellKeys(HttpExchange exchange) throws IOException {
        var body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
