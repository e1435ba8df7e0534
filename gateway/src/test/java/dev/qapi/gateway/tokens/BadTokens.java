package dev.qapi.gateway.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.qapi.gateway.support.Issuer;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What an attacker would send in {@code Authorization}, and what an honest portal sends by mistake; each by its name. */
final class BadTokens {

    private static final Base64URL HEADER = Base64URL.encode("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}");

    private final Issuer issuer;
    private final Map<String, List<String>> all = new LinkedHashMap<>();

    private BadTokens(Issuer issuer) {
        this.issuer = issuer;
        unsigned();
        headers();
        claims();
        times();
        shapes();
        credentials();
    }

    /** The values of {@code Authorization}, by what is wrong with them. */
    static Map<String, List<String>> of(Issuer issuer) {
        return new BadTokens(issuer).all;
    }

    private void unsigned() {
        var payload = Issuer.claims().build().toPayload().toBase64URL();
        for (var none :
                List.of("none", "None", "NONE", "nOnE", "", "RS256\\u0000", "HS256", "ES256K", "EdDSA", "RS1")) {
            var header = Base64URL.encode("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\"}");
            bearer("alg " + none + ", no signature", header + "." + payload + ".");
            bearer("alg " + none + ", some signature", header + "." + payload + ".AAAA");
        }
        for (var weak : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
            bearer(weak + " with the public key in PEM", hmac(weak, publicKey()));
            bearer(
                    weak + " with the public key as JWK",
                    hmac(weak, issuer.key().toPublicJWK().toString()));
            bearer(weak + " with a secret of its own", hmac(weak, "x".repeat(64)));
        }
        bearer("another's key under the same name", Issuer.sign(impostor(), rs256(), _ -> {}));
        bearer("another's key under a name of its own", Issuer.sign(Issuer.newKey(), rs256(), _ -> {}));
        for (var strong : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS384, JWSAlgorithm.PS512)) {
            bearer(
                    strong + " though RS256 is agreed",
                    Issuer.sign(issuer.key(), new JWSHeader.Builder(strong), _ -> {}));
        }
        var good = issuer.token(_ -> {});
        var body = good.substring(0, good.lastIndexOf('.'));
        bearer("signature cut off", body + ".");
        bearer("signature shortened", good.substring(0, good.length() - 8));
        bearer(
                "signature of another token",
                body + good(claims -> claims.subject("x")).substring(body.length()));
        bearer("signature of zeros", body + "." + "A".repeat(342));
        bearer("other claims under the signature", HEADER + "." + payload + good.substring(body.length()));
    }

    private void headers() {
        var key = issuer.key();
        header("typ JWT", header -> header.type(JOSEObjectType.JWT));
        header("no typ", header -> header.type(null));
        for (var type :
                List.of("dpop+jwt", "logout+jwt", "id_token", "at", "jwt+at", "at+jwt ", "secevent+jwt", "JWS")) {
            header("typ " + type, header -> header.type(new JOSEObjectType(type)));
        }
        header("jku", header -> header.jwkURL(URI.create("https://evil.test/jwks")));
        header("x5u", header -> header.x509CertURL(URI.create("https://evil.test/cert")));
        header("jku of the true issuer", header -> header.jwkURL(issuer.keys()));
        header("jwk", header -> header.jwk(key.toPublicJWK()));
        header("x5c", header -> header.x509CertChain(List.of(com.nimbusds.jose.util.Base64.encode("cert"))));
        header("x5t", header -> header.x509CertSHA256Thumbprint(Base64URL.encode("x")));
        header("crit exp", header -> header.criticalParams(Set.of("exp")));
        header("crit unknown", header -> header.criticalParams(Set.of("zzz")).customParam("zzz", 1));
        header("b64", header -> header.base64URLEncodePayload(false));
        header("cty JWT", header -> header.contentType("JWT"));
        header("a header of its own", header -> header.customParam("x", "y"));
        for (var kid : List.of(
                "../../etc/passwd",
                "..\\..\\x",
                "'; DROP TABLE keys; --",
                "a\u0000b",
                "x".repeat(129),
                "file:///x",
                "",
                " ",
                "ключ",
                "a\nb")) {
            header("kid " + kid.replaceAll("[^ -~]", "?"), header -> header.keyID(kid));
            bearer(
                    "unsigned, kid " + kid.replaceAll("[^ -~]", "?"),
                    json(Map.of("alg", "RS256", "typ", "at+jwt", "kid", kid)) + "." + HEADER + ".AAAA");
        }
        bearer("kid a number", json(Map.of("alg", "RS256", "typ", "at+jwt", "kid", 1)) + "." + HEADER + ".AAAA");
    }

    private void claims() {
        for (var name : List.of("iss", "aud", "exp", "iat", "sub", "client_id")) {
            bearer("without " + name, good(claims -> claims.claim(name, null)));
        }
        for (var name : List.of(
                "", "http://issuer.test", Issuer.NAME + "/", Issuer.NAME + ".evil.test", "HTTPS://ISSUER.TEST")) {
            bearer("iss " + name, good(claims -> claims.issuer(name)));
        }
        for (var audience : List.of("", "qapi-gateway", Issuer.AUDIENCE + "/", "https://other.test", "*", "portal-x")) {
            bearer("aud " + audience, good(claims -> claims.audience(audience)));
        }
        bearer("aud several others", good(claims -> claims.audience(List.of("a", "b"))));
        for (var client : List.of("", " ", "a b", "x".repeat(65), "<script>", "портал", "a\nb")) {
            bearer(
                    "client_id " + client.replaceAll("[^ -~]", "?"),
                    good(claims -> claims.claim("client_id", client).subject(client)));
        }
        bearer("client_id a list", good(claims -> claims.claim("client_id", List.of("portal-x"))));
        bearer("about a person", good(claims -> claims.subject("emre-kaya")));
        bearer(
                "an id_token",
                Issuer.sign(
                        issuer.key(),
                        rs256(),
                        claims -> claims.claim("nonce", "n")
                                .claim("client_id", null)
                                .audience("qapi-gateway")));
        for (var cnf : List.of(
                Map.of(),
                Map.of("kid", "x"),
                Map.of("jwk", Map.of("kty", "RSA")),
                Map.of("x5t", "x"),
                Map.of("jkt", 1),
                Map.of("jkt", "x", "osc", "y"),
                Map.of("x5t#S256", "x"),
                Map.of("jkt", "x"))) {
            bearer("cnf " + cnf, good(claims -> claims.claim("cnf", cnf)));
        }
        bearer("cnf a text", good(claims -> claims.claim("cnf", "jkt")));
    }

    private void times() {
        for (var seconds : List.of(31, 300, 86_400)) {
            bearer(
                    "over for " + seconds + " s",
                    good(claims -> claims.expirationTime(in(-seconds)).issueTime(in(-90_000))));
            bearer("not before in " + (seconds + 120), good(claims -> claims.notBeforeTime(in(seconds + 120))));
            bearer(
                    "made in " + (seconds + 120),
                    good(claims -> claims.issueTime(in(seconds + 120)).expirationTime(in(100_000))));
        }
        bearer(
                "ends before it was made",
                good(claims -> claims.expirationTime(in(-5)).issueTime(in(0))));
        for (var time : List.of("tomorrow", "9999999999", true, List.of(1), Map.of())) {
            bearer("exp " + time, good(claims -> claims.claim("exp", time)));
            bearer(
                    "nbf " + time,
                    good(claims ->
                            claims.claim("nbf", time instanceof String text && text.startsWith("9") ? "x" : time)));
        }
    }

    private void shapes() {
        var good = issuer.token(_ -> {});
        var parts = good.split("\\.");
        bearer("nothing", "");
        bearer("dots", "..");
        bearer("four dots", "....");
        bearer("two parts", parts[0] + "." + parts[1]);
        bearer("four parts", good + ".AAAA");
        bearer("five parts", good + ".AAAA.BBBB");
        bearer("encrypted", Base64URL.encode("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\"}") + ".AA.AA.AA.AA");
        bearer("nested", signed("\"" + good + "\""));
        bearer("a token in a token", signed(good));
        bearer("a list", signed("[]"));
        bearer("a number", signed("1"));
        bearer("no claims", signed(""));
        bearer("null", signed("null"));
        var claims = Issuer.claims().build().toString();
        for (var twice : List.of(
                "\"aud\":\"" + Issuer.AUDIENCE + "\"",
                "\"client_id\":\"portal-x\"",
                "\"exp\":1",
                "\"scope\":\"payments\"",
                "\"cnf\":{}")) {
            bearer(
                    "twice " + twice,
                    signed(claims.replaceFirst("\\{", "{" + twice + "," + (twice.contains("cnf") ? twice + "," : ""))));
        }
        bearer("more behind the end", signed(claims + "{}"));
        bearer("deep", signed("{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}"));
        bearer(
                "alg twice",
                Base64URL.encode("{\"alg\":\"none\",\"alg\":\"RS256\",\"typ\":\"at+jwt\"}")
                        + good.substring(parts[0].length()));
        bearer("padded", parts[0] + "=." + parts[1] + "." + parts[2]);
        bearer("in base64", good.replace('-', '+').replace('_', '/') + "+");
    }

    private void credentials() {
        var good = issuer.token(_ -> {});
        put("scheme only", "Bearer");
        put("no scheme", good);
        put("Basic", "Basic cXVwaTpzYW5kYm94");
        put("Token", "Token " + good);
        put("two blanks", "Bearer  " + good);
        put("a tab", "Bearer\t" + good);
        put("more behind it", "Bearer " + good + " x");
        put("a comma", "Bearer " + good + ", Bearer " + good);
        put("in quotes", "Bearer \"" + good + "\"");
        put("parameter", "Bearer token=" + good);
        put("an unbound one as DPoP", "DPoP " + good);
        all.put("two of them", List.of("Bearer " + good, "Bearer " + good));
        all.put("one of each", List.of("Bearer " + good, "Basic cXVwaTpzYW5kYm94"));
    }

    private void bearer(String what, String token) {
        put(what, "Bearer " + token);
    }

    private void put(String what, String authorization) {
        all.put(what + " #" + all.size(), List.of(authorization));
    }

    private void header(String what, UnaryOperator<JWSHeader.Builder> change) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(issuer.key().getKeyID());
        bearer(
                what,
                signed(
                        change.apply(header).build().toBase64URL(),
                        Issuer.claims().build().toString()));
    }

    private String signed(String payload) {
        return signed(HEADER, payload);
    }

    /** Whatever it says, by the issuer's own key. */
    private String signed(Base64URL header, String payload) {
        try {
            var input = header + "." + Base64URL.encode(payload);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(issuer.key().toPrivateKey());
            signature.update(input.getBytes(UTF_8));
            return input + "." + Base64URL.encode(signature.sign());
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String good(Consumer<JWTClaimsSet.Builder> change) {
        return issuer.token(change);
    }

    private static JWSHeader.Builder rs256() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256);
    }

    private RSAKey impostor() {
        return new RSAKey.Builder(Issuer.newKey())
                .keyID(issuer.key().getKeyID())
                .build();
    }

    private String publicKey() {
        try {
            return "-----BEGIN PUBLIC KEY-----\n"
                    + com.nimbusds.jose.util.Base64.encode(
                            issuer.key().toRSAPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hmac(JWSAlgorithm algorithm, String secret) {
        try {
            var header = new JWSHeader.Builder(algorithm)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(issuer.key().getKeyID())
                    .build();
            var token = new SignedJWT(header, Issuer.claims().build());
            token.sign(new MACSigner(secret.getBytes(UTF_8)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Base64URL json(Map<String, Object> object) {
        return Base64URL.encode(com.nimbusds.jose.util.JSONObjectUtils.toJSONString(object));
    }

    private static Date in(int seconds) {
        return new Date(System.currentTimeMillis() + seconds * 1000L);
    }
}
