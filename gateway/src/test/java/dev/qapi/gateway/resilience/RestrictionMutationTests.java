package dev.qapi.gateway.resilience;

import static dev.qapi.eservice.Register.ENFORCEMENT;
import static dev.qapi.eservice.Register.IAMAS;
import static dev.qapi.gateway.resilience.Mutations.mutated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Words;
import dev.qapi.gateway.json.StrictJson;
import dev.qapi.gateway.registers.Route;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** No damage to a reply that restricts somebody ever sets them free, through the real decoder, judge and combination. */
class RestrictionMutationTests {

    private static final String SLICE = "dev.qapi.services.restrictions.";
    private static final JsonMapper json = StrictJson.forRegisters();
    private static final Judge judge = new Judge(Clock.fixed(Instant.parse("2026-11-23T06:00:05Z"), ZoneOffset.UTC));
    private static final int TIMES = 60_000;

    private static final String NONE = """
            {"outcome":"MATCHED","asOf":"2026-11-23T10:00:00+04:00","complete":true,"subject":\
            {"documentNumber":"H60918223","birthDate":"1978-09-02","citizenship":"IRN"},"restrictions":[]}""";
    private static final Map<Register, String> RESTRICTED = new EnumMap<>(Map.of(
            IAMAS, NONE.replace("[]", """
                    [{"direction":"ENTRY","ground":"UNPAID_FINE","since":"2026-08-11","curable":true,\
                    "protocolNumber":"PR-2026-004417","authority":"Dövlət Miqrasiya Xidməti"}]"""),
            ENFORCEMENT, NONE.replace("[]", """
                    [{"direction":"EXIT","ground":"COURT_DEBT","caseNumber":"2(102)-4417/2026","since":"2026-07-15",\
                    "amount":"8400.00","authority":"Nəsimi rayonu İcra şöbəsi"}]""")));

    @Test
    void unchangedTheyAreUnderstood() {
        assertThat(verdict(Map.of())).isEqualTo("NO_RESTRICTION");
        RESTRICTED.forEach((register, reply) ->
                assertThat(verdict(Map.of(register, bytes(reply)))).isEqualTo("RESTRICTED"));
    }

    /** By a seed that names the run, so that a failure can be had again. */
    @ParameterizedTest
    @EnumSource(names = {"IAMAS", "ENFORCEMENT"})
    void aDamagedRestrictionIsNeverNone(Register register) {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var understood = 0;
        for (var i = 0; i < TIMES; i++) {
            var damaged = mutated(reply(register), random, 1 + random.nextInt(3));
            var verdict = verdict(Map.of(register, damaged));
            assertThat(verdict).as("seed %d, mutation %d", seed, i).isIn("RESTRICTED", "UNKNOWN", "NOT_MATCHED");
            understood += verdict.equals("RESTRICTED") ? 1 : 0;
        }
        assertThat(understood).as("still understood, seed %d", seed).isGreaterThan(TIMES / 100);
    }

    /** "None" is lost sooner than a restriction is: whatever the other one says, the restriction stands. */
    @ParameterizedTest
    @EnumSource(names = {"IAMAS", "ENFORCEMENT"})
    void aRestrictionStandsWhateverHappensToTheOther(Register register) {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var other = register == IAMAS ? ENFORCEMENT : IAMAS;
        for (var i = 0; i < 10_000; i++) {
            var said = Map.of(register, bytes(reply(register)), other, mutated(NONE, random, 1 + random.nextInt(3)));
            assertThat(verdict(said)).as("seed %d, mutation %d", seed, i).isEqualTo("RESTRICTED");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IAMAS", "ENFORCEMENT"})
    void noPartOfARestrictionLeftOutMakesItNone(Register register) {
        var whole = reply(register);
        var list = whole.indexOf("[") + 1;
        for (var from = 0; from < whole.length(); from++) {
            for (var to = from + 1; to <= whole.length(); to++) {
                if (from != list || to != whole.lastIndexOf("]")) {
                    var rest = bytes(whole.substring(0, from) + whole.substring(to));
                    assertThat(verdict(Map.of(register, rest))).isNotEqualTo("NO_RESTRICTION");
                }
            }
        }
    }

    /** What we cannot read may be the restriction, for example under another name. */
    @ParameterizedTest
    @EnumSource(names = {"IAMAS", "ENFORCEMENT"})
    void anEmptyListBesideSomethingUnknownIsNotNone(Register register) {
        var renamed = NONE.replace("\"restrictions\"", "\"bars\":[{}],\"restrictions\"");
        assertThat(verdict(Map.of(register, bytes(renamed)))).isEqualTo("UNKNOWN");
        var more = reply(register).replace("\"restrictions\"", "\"bars\":[{}],\"restrictions\"");
        assertThat(verdict(Map.of(register, bytes(more)))).isEqualTo("RESTRICTED");
    }

    private static String reply(Register register) {
        return RESTRICTED.getOrDefault(register, "");
    }

    /** What is concluded if the registers say so; one that is not named says "none". */
    private static String verdict(Map<Register, byte[]> said) {
        try {
            var combination = made(
                    "Combination",
                    finding(IAMAS, "Iamas$Reply", said.getOrDefault(IAMAS, bytes(NONE))),
                    finding(ENFORCEMENT, "Enforcement$Reply", said.getOrDefault(ENFORCEMENT, bytes(NONE))));
            var tell = combination.getClass().getDeclaredMethod("tell", type("Insight"), Words.class);
            tell.setAccessible(true);
            Words words = Enum::name;
            var answer = (Answer<?>) tell.invoke(combination, made("Insight", inquiry(), null, null), words);
            return json.valueToTree(answer.data()).at("/verdict").asString();
        } catch (InvocationTargetException told) {
            assertThat(told.getCause()).isInstanceOfAny(Failure.Undecided.class, Failure.Ambiguous.class);
            return "UNKNOWN";
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the slice's own types, which nobody else may name
    private static Finding<?> finding(Register register, String reply, byte[] said)
            throws ReflectiveOperationException {
        try {
            var person = type("RestrictionInquiry").getDeclaredMethod("person");
            person.setAccessible(true);
            var evidence = (Evidence) json.readValue(said, type(reply));
            return new Finding.Said<>(judge.judge(
                    new Route(register, Register.EHIS),
                    Policy.NEVER_KEPT,
                    (Inquiry) person.invoke(inquiry()),
                    ResponseEntity.ok(evidence)));
        } catch (JacksonException undecodable) {
            return new Finding.Silent<>(new Failure.Untrusted(register, "unreadable", undecodable));
        } catch (Failure failure) {
            return new Finding.Silent<>(failure);
        }
    }

    private static Object inquiry() throws ReflectiveOperationException {
        return json.readValue("""
                {"document":{"type":"PASSPORT","number":"H60918223"},"birthDate":"1978-09-02","citizenship":"IRN"}""", type("RestrictionInquiry"));
    }

    private static Object made(String name, @Nullable Object... components) throws ReflectiveOperationException {
        var constructor = type(name).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(components);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(SLICE + name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
