package dev.qapi.gateway.security;

import dev.qapi.eservice.Caller;
import dev.qapi.eservice.Employer;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who is calling, as far as it is proved.
 *
 * @param kind what they are called as
 * @param person who is logged in, if anybody is
 * @param employer for which company, if for one
 * @param portal which portal's token it is, if it is one
 */
public record Who(
        Caller kind,
        @Nullable Person person,
        @Nullable Employer employer,
        @Nullable Portal portal) {

    /** Nobody we know. */
    public static final Who ANONYMOUS = new Who(Caller.ANONYMOUS, null, null, null);

    /** A person, for nobody but themselves. */
    public static Who of(Person person) {
        return new Who(Caller.PERSON, person, null, null);
    }

    /** A person who acts for a company. */
    public static Who of(Person person, Employer employer) {
        return new Who(Caller.EMPLOYER, person, employer, null);
    }

    /** A portal, by its own token. */
    public static Who of(Portal portal) {
        return new Who(Caller.PORTAL, null, null, portal);
    }

    /** Who calls in this exchange; anonymous until the guard has looked. */
    public static Who of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(Who.class.getName(), ANONYMOUS);
    }

    /** Whom an answer about themselves is about. */
    public List<Identifier> subject() {
        if (employer != null) {
            return employer.subject();
        }
        return person == null ? List.of() : person.subject();
    }
}
