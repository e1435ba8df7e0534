package dev.qapi.mock;

import dev.qapi.contract.Persona;
import dev.qapi.mock.exchange.Exchange;
import dev.qapi.mock.mygov.Account;
import dev.qapi.mock.mygov.Company;
import dev.qapi.mock.mygov.MyGov;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.population.Person;
import jakarta.servlet.Filter;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** myGov with the personas as its accounts: started when somebody first comes to its door, since that takes a second. */
final class Login implements AutoCloseable {

    private final Settings settings;
    private final Exchange.Served served;
    private final Filter faults;
    private final URI issuer;
    private @Nullable MyGov running;

    /** @param issuer the address of the door, which is what browsers and tokens say */
    Login(Settings settings, Exchange.Served served, Filter faults, URI issuer) {
        this.settings = settings;
        this.served = served;
        this.faults = faults;
        this.issuer = issuer;
    }

    synchronized MyGov get() {
        var there = running;
        if (there == null) {
            there = MyGov.start(new MyGov.Settings(
                    0,
                    issuer,
                    Settings.SECRET,
                    Settings.INBOX_SECRET,
                    Set.of(settings.gateway() + "/login/oauth2/code/mygov"),
                    Set.of(settings.gateway() + "/"),
                    accounts(served.government().country()),
                    served.government().inbox(),
                    settings.clock(),
                    faults));
            running = there;
        }
        return there;
    }

    /** A child does not log in; its parent acts. */
    private static List<Account> accounts(Country country) {
        return Persona.all().stream()
                .flatMap(persona -> country.person(persona.name()).stream()
                        .filter(person -> person.parent() == null)
                        .map(person -> account(persona, person, country)))
                .toList();
    }

    private static Account account(Persona persona, Person person, Country country) {
        return new Account(
                persona.name(),
                Stream.of("az", "ru", "en").collect(Collectors.toMap(it -> it, persona::situation)),
                person.given(),
                person.surname(),
                person.pin(),
                person.birthDate(),
                person.citizenship(),
                persona.document(),
                person.companies().stream()
                        .flatMap(id -> country.employerOf(id).stream())
                        .map(it -> new Company(it.taxNumber(), it.name()))
                        .toList());
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.close();
        }
    }
}
