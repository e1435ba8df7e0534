package dev.qapi.gateway.login;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.gateway.support.Browser;
import dev.qapi.gateway.support.Canary;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.MyGovLogin;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session is of use to its browser only, for a time, and while Redis is there. */
@ExtendWith(SharedPlace.class)
class SessionTests {

    private final LoginPlace place;

    SessionTests(LoginPlace place) {
        this.place = place;
    }

    /** The head of a JWS or JWE; three letters of it are met by chance in keys that are random. */
    private static final String TOKEN = "eyJ[A-Za-z0-9_-]{8,}\\.";

    @AfterEach
    void heal() {
        place.heal();
    }

    @Test
    void aDumpOfRedisNamesNobodyAndOpensNothing() throws IOException {
        var login = place.as("company-owner");
        place.somebody().browser().get("/login");
        var dump = place.places().redis();

        for (var canary : List.of("C10044821", "1975-09-12", "HƏSƏNOVA", LoginPlace.taxNumber("quota-used-up"))) {
            assertThat(new Canary(canary).in(dump)).as(canary).isEmpty();
        }
        assertThat(new String(dump, ISO_8859_1))
                .doesNotContain(login.session(), "qapi-gateway")
                .doesNotContainPattern(TOKEN);
        Set<String> keys = redis(
                all -> all.keys("*").stream().map(key -> new String(key, UTF_8)).collect(Collectors.toSet()));
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(place.account(key).statusCode()).isEqualTo(401));
        assertThat(place.account(login.session()).statusCode()).isEqualTo(200);
    }

    @Test
    void itIsForgottenAQuarterOfAnHourAfterItsLastUse() {
        var login = place.as("clean-record");
        var key = key(login);
        redis(all -> all.expire(key, 60));

        assertThat(place.account(login.session()).statusCode()).isEqualTo(200);
        Long left = redis(all -> all.ttl(key));
        assertThat(left).isBetween(850L, 900L);

        redis(all -> all.pexpire(key, 1));
        var forgotten = login.browser().get("/account/session");
        assertThat(forgotten.statusCode()).isEqualTo(401);
        assertThat(login.browser().cookies()).doesNotContainKey(MyGovLogin.COOKIE);
    }

    @Test
    void itIsForgottenHalfADayAfterTheLoginHoweverMuchItIsUsed() {
        var login = place.as("clean-record");
        var clock = place.gateway().bean(MovableClock.class);

        clock.goOn(Duration.ofHours(12).minusMinutes(1));
        assertThat(place.account(login.session()).statusCode()).isEqualTo(200);
        clock.goOn(Duration.ofMinutes(1));
        assertThat(place.account(login.session()).statusCode()).isEqualTo(401);
        clock.beRight();
        assertThat(place.account(login.session()).statusCode()).isEqualTo(401);
    }

    @Test
    void garbageInItsPlaceIsNobody() {
        for (var garbage : List.of(new byte[0], new byte[11], new byte[500], "{}".getBytes(UTF_8))) {
            var login = place.as("clean-record");
            redis(all -> all.set(key(login), garbage));

            assertThat(place.account(login.session()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void anothersSessionInItsPlaceIsNobody() {
        var login = place.as("clean-record");
        var other = place.as("company-owner");
        redis(all -> all.set(key(login), all.get(key(other))));

        assertThat(place.account(login.session()).statusCode()).isEqualTo(401);
        assertThat(place.account(other.session()).body()).contains("HƏSƏNOVA");
    }

    @Test
    void aCookieThatIsNoneIsNobody() {
        var session = place.as("clean-record").session();
        for (var bad :
                List.of("", "x", session + "x", session.substring(1), session + "; " + MyGovLogin.COOKIE + "=x")) {
            assertThat(place.account(bad).statusCode()).as(bad).isEqualTo(401);
        }
    }

    @Test
    void aSlowRequestRevivesNothingThatWasEndedMeanwhile() {
        var sessions = place.gateway().bean(Sessions.class);
        var id = place.as("clean-record").session();
        var slow = sessions.findById(id).blockOptional().orElseThrow();
        sessions.deleteById(id).block();

        slow.setAttribute(Contents.ATTEMPT, new Attempt("s", "n", "v", "r", "/"));
        sessions.save(slow).block();

        assertThat(sessions.findById(id).blockOptional()).isEmpty();
    }

    /** A second time, at the end of the answer, would be one more chance to fail, and that late nobody could be told. */
    @Test
    void eachStepOfALoginIsWrittenOnce() {
        redis(all -> all.configResetstat());
        place.somebody().browser().get("/login");
        assertThat(written()).isEqualTo(1);

        place.as("clean-record");
        assertThat(written()).as("begun, come back, arrived").isEqualTo(1 + 3);
    }

    private long written() {
        String asked = redis(all -> all.info("commandstats"));
        return Pattern.compile("cmdstat_set:calls=([0-9]+)")
                .matcher(asked)
                .results()
                .mapToLong(it -> Long.parseLong(it.group(1)))
                .sum();
    }

    @Test
    void withoutACookieRedisIsNotAsked() {
        redis(all -> all.configResetstat());

        assertThat(new Browser(place.port()).get("/api/v1/catalogue").statusCode())
                .isEqualTo(200);
        assertThat(new Browser(place.port()).get("/account/session").statusCode())
                .isEqualTo(401);

        String asked = redis(all -> all.info("commandstats"));
        assertThat(asked).doesNotContain("getex", "cmdstat_set:");
    }

    @Test
    void whileRedisIsAwayOpenRoutesGoOnAndGuardedOnesSaySo() {
        var login = place.as("company-owner");
        place.redis().feels(Signal.STOP);
        try {
            var start = System.nanoTime();
            assertThat(login.browser().get("/api/v1/catalogue").statusCode()).isEqualTo(200);
            isAway(login.browser().get("/api/v1/quota/report?year=2026"));
            isAway(login.browser().get("/account/session"));
            isAway(login.browser().get("/login"));
            var page = login.browser().get("/login", "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        } finally {
            place.redis().feels(Signal.CONT);
        }
        assertThat(login.browser().get("/account/session").statusCode()).isEqualTo(200);
    }

    private static void isAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"00001\"");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    /** Where that session lies. */
    private byte[] key(MyGovLogin login) {
        var pepper = place.gateway().bean(Pepper.class);
        return pepper.slot("session", login.session().getBytes(UTF_8)).place().getBytes(UTF_8);
    }

    private <T> T redis(Function<RedisCommands<byte[], byte[]>, T> command) {
        var client = RedisClient.create("redis://127.0.0.1:" + place.redis().port());
        try {
            return command.apply(client.connect(ByteArrayCodec.INSTANCE).sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }
}
