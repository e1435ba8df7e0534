package dev.qapi.gateway.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import dev.qapi.gateway.support.Issuer;
import dev.qapi.mock.wire.Behaviour;
import dev.qapi.mock.wire.FaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;

/** Whoever issues access tokens and logs people in; its keys and its token endpoint can each be as bad as one likes. */
final class Provider implements AutoCloseable {

    static final String CLIENT = "qapi-gateway";

    private static final RSAKey STRANGE = Issuer.newKey();

    private final Issuer keys = new Issuer();
    private final Issuer tokens = new Issuer();
    private final FaultProxy wayToKeys = way(keys);
    private final FaultProxy wayToTokens = way(tokens);
    private volatile RSAKey signer = keys.key();
    private volatile String idToken = "";

    Provider() throws IOException {
        wayToKeys.behave(Behaviour.Fixed.REFUSED);
        tokens.answerBy(this::tellToken);
    }

    private static FaultProxy way(Issuer to) throws IOException {
        return FaultProxy.start(
                0,
                () -> new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), to.keys().getPort()));
    }

    Map<String, Object> properties() {
        var jwks = "http://127.0.0.1:" + wayToKeys.port() + "/jwks";
        return Map.of(
                "qapi.portals.issuer",
                Issuer.NAME,
                "qapi.portals.audience",
                Issuer.AUDIENCE,
                "qapi.portals.jwks-uri",
                jwks,
                "qapi.mygov.issuer",
                Issuer.NAME,
                "qapi.mygov.client-id",
                CLIENT,
                "qapi.mygov.client-secret",
                "secret",
                "qapi.mygov.token-uri",
                "http://127.0.0.1:" + wayToTokens.port() + "/token",
                "qapi.mygov.jwk-set-uri",
                jwks,
                "qapi.mygov.patience",
                "1s");
    }

    /** All that was broken is whole again, and tokens are signed with the key that is told. */
    void heals() {
        wayToKeys.behave(Behaviour.Fixed.PASS);
        wayToTokens.behave(Behaviour.Fixed.PASS);
        keys.answerWell();
        tokens.answerBy(this::tellToken);
        signer = keys.key();
    }

    void keysOver(Behaviour way) {
        wayToKeys.behave(way);
    }

    void keysBy(Issuer.Answering how) {
        keys.answerBy(how);
    }

    void tokensOver(Behaviour way) {
        wayToTokens.behave(way);
    }

    void tokensBy(Issuer.Answering how) {
        tokens.answerBy(how);
    }

    /** Another key is told, and tokens are signed with it. */
    void rotates() {
        keys.rotate();
        signer = keys.key();
    }

    /** Another key is told, and tokens are signed with the one that was. */
    void withdraws() {
        keys.rotate();
    }

    int fetches() {
        return keys.fetches();
    }

    String accessToken(String client, Twist twist) {
        return accessToken(client, twist, signer);
    }

    /** Of a key that nobody tells. */
    String strangeToken(String kid) {
        return accessToken(
                "stranger", Twist.NONE, new RSAKey.Builder(STRANGE).keyID(kid).build());
    }

    private static String accessToken(String client, Twist twist, RSAKey key) {
        var said = said(client)
                .audience(Issuer.AUDIENCE)
                .claim("client_id", client)
                .claim("scope", "applications");
        return twist.applied(said, "at+jwt", key);
    }

    /** What the token endpoint gives out from now on. */
    void logsIn(Identity person, String nonce, Twist twist) {
        var said = said("somebody").audience(CLIENT).claim("nonce", nonce);
        person.claims().forEach(said::claim);
        idToken = twist.applied(said, "JWT", signer);
    }

    private static JWTClaimsSet.Builder said(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(Issuer.NAME)
                .subject(subject)
                .jwtID(UUID.randomUUID().toString());
    }

    private void tellToken(HttpExchange exchange) throws IOException {
        var body = "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"%s\"}"
                .formatted(idToken)
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        wayToKeys.close();
        wayToTokens.close();
        keys.close();
        tokens.close();
    }
}
