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
 */
public record Who(
        Caller kind, @Nullable Person person, @Nullable Employer employer) {

    /** Nobody we know. */
    public static final Who ANONYMOUS = new Who(Caller.ANONYMOUS, null, null);

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
