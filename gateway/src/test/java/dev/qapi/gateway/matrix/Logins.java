package dev.qapi.gateway.matrix;

import dev.qapi.eservice.Employer;
import dev.qapi.eservice.Person;
import dev.qapi.gateway.security.Callers;
import dev.qapi.gateway.security.Who;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.TaxNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Whoever asks says who is logged in: what becomes of logins themselves is another table of the matrix. */
final class Logins {

    static final String HEADER = "Test-Login";

    private static final JsonMapper JSON = new JsonMapper();

    private Logins() {}

    static void sit(GenericApplicationContext beans) {
        beans.registerBean(
                "saidCallers",
                Callers.class,
                () -> exchange ->
                        Mono.just(who(exchange.getRequest().getHeaders().getFirst(HEADER))),
                bean -> bean.setPrimary(true));
    }

    private static Who who(@Nullable String said) {
        if (said == null) {
            return Who.ANONYMOUS;
        }
        var login = JSON.readTree(said);
        var number = DocumentNumber.of(login.at("/document/number").asString());
        var person = new Person(
                new Document(DocumentType.PASSPORT, number),
                BirthDate.of(login.path("birthDate").asString()),
                Citizenship.of(login.path("citizenship").asString()));
        var company = login.path("company").asString("");
        return company.isEmpty() ? Who.of(person) : Who.of(person, new Employer(TaxNumber.of(company)));
    }
}
