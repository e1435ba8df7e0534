package dev.qapi.gateway.login;

import dev.qapi.eservice.Employer;
import dev.qapi.eservice.Person;
import dev.qapi.gateway.security.Who;
import dev.qapi.identifier.TaxNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a session remembers of a login: no token that opens anything.
 *
 * @param person by the word of myGov
 * @param name given name and surname
 * @param companies whom they may act for
 * @param chosen whom they act for, one of these; null for nobody but themselves
 * @param idToken what tells myGov, at the logout, whose it is
 * @param sid myGov's own session
 * @param since the login
 */
record Login(
        Person person,
        String name,
        List<Company> companies,
        @Nullable TaxNumber chosen,
        String idToken,
        @Nullable String sid,
        Instant since) {

    /** On behalf of that company, or of nobody else if null; empty if it is none of theirs. */
    Optional<Login> actingFor(@Nullable TaxNumber company) {
        return company == null || find(company).isPresent()
                ? Optional.of(new Login(person, name, companies, company, idToken, sid, since))
                : Optional.empty();
    }

    Who who() {
        return chosen == null ? Who.of(person) : Who.of(person, new Employer(chosen));
    }

    Account account() {
        return new Account(name, companies, chosen == null ? null : find(chosen).orElse(null));
    }

    private Optional<Company> find(TaxNumber taxNumber) {
        return companies.stream()
                .filter(company -> company.taxNumber().equals(taxNumber))
                .findFirst();
    }

    /** A record's own would print a name and a token. */
    @Override
    public String toString() {
        return "Login[•••]";
    }
}
