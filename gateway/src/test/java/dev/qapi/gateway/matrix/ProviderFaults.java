package dev.qapi.gateway.matrix;

import static dev.qapi.gateway.matrix.Admission.ADMITTED;
import static dev.qapi.gateway.matrix.Admission.ENDED;
import static dev.qapi.gateway.matrix.Admission.REFUSED;
import static dev.qapi.gateway.matrix.Admission.UNAVAILABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import dev.qapi.gateway.keys.MovedDecoders;
import dev.qapi.gateway.support.Issuer;
import dev.qapi.mock.wire.Behaviour;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The faults of the issuer of tokens and logins, and what is to become of whom. */
final class ProviderFaults {

    /** Of the matrix's faults and of whom they cannot befall, each with the reason. */
    static final List<String> NOT_APPLICABLE = List.of(
            "J01 x running session: none begins before the issuer's first word; one that goes on without it is J03's",
            "J10: no userinfo is asked for; who somebody is stands in the ID token",
            "J11, J12, J13 x login start, running session: no token is shown",
            "J13:azp x portal call: an access token has a client_id instead, which is what is wrong there",
            "J13:cnf x login return: an ID token is bound to nothing",
            "J13:nonce x portal call: an access token has none",
            "J14 x portal call, login start, login return: nobody logs out");

    /** To be met by the first calls of a process, which take longer than any other. */
    static final ProviderFault AT_START = ProviderFault.of("J01", _ -> {}, Duration.ZERO)
            .unknown(UNAVAILABLE, UNAVAILABLE)
            .within(Duration.ofSeconds(5));

    private static final int FLOOD = 200;
    private static final Duration TOKEN_ENDPOINT = Duration.ofSeconds(2);
    private static final Map<Entry, Admission> NEITHER = Map.of(Entry.PORTAL, REFUSED, Entry.RETURN, REFUSED);

    private ProviderFaults() {}

    static List<ProviderFault> all() {
        return Stream.of(away(), keys(), tokenEndpoint(), twisted())
                .flatMap(it -> it)
                .toList();
    }

    private static Stream<ProviderFault> away() {
        var ways = new LinkedHashMap<String, Behaviour>();
        ways.put("refused", Behaviour.Fixed.REFUSED);
        ways.put("reset", Behaviour.Fixed.RESET_ON_ACCEPT);
        ways.put("half closed", Behaviour.Fixed.HALF_CLOSE);
        var stalls = Map.<String, Behaviour>of(
                "silent", Behaviour.Fixed.SILENT,
                "black hole", Behaviour.Fixed.BLACK_HOLE,
                "drip", new Behaviour.Slicer(1, Duration.ofMillis(20)));
        return Stream.concat(
                ways.entrySet().stream()
                        .flatMap(way -> Stream.of(
                                over("J02:" + way.getKey(), way.getValue()).known(ADMITTED, ADMITTED),
                                over("J03:" + way.getKey(), way.getValue()).unknown(UNAVAILABLE, UNAVAILABLE))),
                stalls.entrySet().stream()
                        .map(way -> over("J04:" + way.getKey(), way.getValue())
                                .known(ADMITTED, ADMITTED)
                                .unknown(UNAVAILABLE, UNAVAILABLE)));
    }

    /** However many tokens name a key that nobody has, the issuer is asked twice. */
    private static void flood(Callers callers) {
        var before = callers.provider().fetches();
        var told = AtOnce.each(IntStream.range(0, FLOOD).boxed().toList(), i -> callers.callStrangely("kid-" + i));
        assertThat(told).allMatch(it -> it.status() == 401);
        assertThat(callers.provider().fetches() - before).isLessThanOrEqualTo(2);
    }

    private static ProviderFault over(String name, Behaviour way) {
        return ProviderFault.of(name, it -> it.provider().keysOver(way), MovedDecoders.LIFE);
    }

    private static Stream<ProviderFault> keys() {
        var bad = new LinkedHashMap<String, Issuer.Answering>();
        bad.put("503", says(503, ""));
        bad.put("404", says(404, "{\"keys\":[]}"));
        bad.put("HTML", says(200, "<html>Sign in</html>"));
        bad.put("cut", says(200, "{\"keys\":"));
        bad.put("no keys", says(200, "{}"));
        bad.put("50 MB", Issuer::flood);
        return Stream.concat(
                Stream.of(
                        ProviderFault.of("J05", ProviderFaults::flood, Duration.ZERO)
                                .known(ADMITTED, ADMITTED),
                        ProviderFault.of("J06", it -> it.provider().rotates(), MovedDecoders.INTERVAL)
                                .known(ADMITTED, ADMITTED),
                        ProviderFault.of("J07", it -> it.provider().withdraws(), MovedDecoders.LIFE)
                                .known(REFUSED, REFUSED)),
                bad.entrySet().stream()
                        .map(it -> ProviderFault.of(
                                        "J08:" + it.getKey(),
                                        to -> to.provider().keysBy(it.getValue()),
                                        MovedDecoders.LIFE)
                                .known(ADMITTED, ADMITTED)
                                .unknown(UNAVAILABLE, UNAVAILABLE)));
    }

    private static Stream<ProviderFault> tokenEndpoint() {
        return Stream.of(
                tokens("503", it -> it.provider().tokensBy(says(503, "")), UNAVAILABLE),
                tokens("silent", it -> it.provider().tokensOver(Behaviour.Fixed.SILENT), UNAVAILABLE),
                tokens("reset", it -> it.provider().tokensOver(Behaviour.Fixed.RESET_ON_ACCEPT), UNAVAILABLE),
                tokens("HTML", it -> it.provider().tokensBy(says(200, "<html>Sign in</html>")), REFUSED),
                ProviderFault.of("J14", _ -> {}, Duration.ZERO).only(Map.of(Entry.SESSION, ENDED)));
    }

    private static ProviderFault tokens(String variant, ProviderFault.Deed breaks, Admission back) {
        return ProviderFault.of("J09:" + variant, breaks, Duration.ZERO)
                .known(ADMITTED, back)
                .within(TOKEN_ENDPOINT);
    }

    private static Stream<ProviderFault> twisted() {
        return Stream.of(
                late("J11:+30 s", Duration.ofSeconds(30), ADMITTED),
                late("J11:-30 s", Duration.ofSeconds(-30), ADMITTED),
                late("J11:+5 min", Duration.ofMinutes(5), REFUSED),
                late("J11:-5 min", Duration.ofMinutes(-5), REFUSED),
                wrong("J12:none", Twist.algorithm(Algorithm.NONE)),
                wrong("J12:HS256", Twist.algorithm(JWSAlgorithm.HS256)),
                wrong("J12:RS384", Twist.algorithm(JWSAlgorithm.RS384)),
                wrong("J13:aud", Twist.claims(it -> it.audience("another"))),
                wrong("J13:iss", Twist.claims(it -> it.issuer("https://another.test"))),
                wrong("J13:typ", Twist.type("logout+jwt")),
                wrong("J13:azp", Twist.claims(it -> it.claim("azp", "another"))).only(Map.of(Entry.RETURN, REFUSED)),
                wrong("J13:client", Twist.claims(it -> it.claim("client_id", "another")))
                        .only(Map.of(Entry.PORTAL, REFUSED)),
                wrong("J13:cnf", Twist.claims(it -> it.claim("cnf", Map.of("jkt", "x"))))
                        .only(Map.of(Entry.PORTAL, REFUSED)),
                wrong("J13:nonce", Twist.claims(it -> it.claim("nonce", "another")))
                        .only(Map.of(Entry.RETURN, REFUSED)));
    }

    private static ProviderFault late(String name, Duration ahead, Admission both) {
        return ProviderFault.of(name, Twist.ahead(ahead)).only(Map.of(Entry.PORTAL, both, Entry.RETURN, both));
    }

    private static ProviderFault wrong(String name, Twist twist) {
        return ProviderFault.of(name, twist).only(NEITHER);
    }

    private static Issuer.Answering says(int status, String body) {
        var bytes = body.getBytes(UTF_8);
        return exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }
}
