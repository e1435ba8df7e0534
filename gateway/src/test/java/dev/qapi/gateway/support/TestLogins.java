package dev.qapi.gateway.support;

import static java.util.stream.Collectors.toMap;

import dev.qapi.contract.Persona;
import dev.qapi.eservice.Caller;
import dev.qapi.eservice.Employer;
import dev.qapi.eservice.Person;
import dev.qapi.gateway.security.Callers;
import dev.qapi.gateway.security.Portal;
import dev.qapi.gateway.security.Who;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.TaxNumber;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/** The test says which persona is logged in, by a header that the gateway itself does not know. */
@TestConfiguration
public class TestLogins {

    public static final String HEADER = "Test-Login";
    /** A persona who is logged in on behalf of a company; of another one with a colon and its tax number behind. */
    public static final String EMPLOYER = "employer";
    /** Before the scopes of a portal, with commas between them. */
    public static final String PORTAL = "portal:";
    /** Somebody whom no register knows. */
    public static final String STRANGER = "stranger";

    /** Read before anybody calls: whoever answers must not wait for a file. */
    private final Map<String, Person> personas = Persona.all().stream()
            .collect(toMap(Persona::name, it -> new Person(it.document(), it.birthDate(), it.citizenship())));

    @Bean
    @Primary
    Callers testCallers() {
        return exchange -> Mono.just(who(exchange.getRequest().getHeaders().getFirst(HEADER)));
    }

    private Who who(@Nullable String login) {
        if (login == null || login.equals("nobody")) {
            return Who.ANONYMOUS;
        }
        if (login.startsWith(EMPLOYER + ":")) {
            var company = new Employer(TaxNumber.of(login.substring(EMPLOYER.length() + 1)));
            return Who.of(persona("clean-record"), company);
        }
        if (login.startsWith(PORTAL)) {
            var scopes = Set.of(login.substring(PORTAL.length()).split(","));
            return Who.of(new Portal(login, scopes, "a test", "case-1"));
        }
        return switch (login) {
            case "operator" -> new Who(Caller.OPERATOR, null, null, null);
            case EMPLOYER -> Who.of(persona("clean-record"), new Employer(TaxNumber.of("1400012341")));
            case STRANGER -> Who.of(stranger());
            default -> Who.of(persona(login));
        };
    }

    private static Person stranger() {
        var document = new Document(DocumentType.PASSPORT, DocumentNumber.of("X00000000"));
        return new Person(document, BirthDate.of("1991-01-01"), Citizenship.of("TUR"));
    }

    private Person persona(String name) {
        return Objects.requireNonNull(personas.get(name), name);
    }
}
