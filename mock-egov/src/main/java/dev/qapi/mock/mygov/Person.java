package dev.qapi.mock.mygov;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;

/**
 * Somebody who has logged in, known by the pseudonym.
 *
 * @param account whose login it is
 */
record Person(Account account) implements AuthenticatedPrincipal {

    static Person of(@Nullable Authentication login) {
        if (login != null && login.getPrincipal() instanceof Person person) {
            return person;
        }
        throw new IllegalStateException("Nobody has logged in.");
    }

    @Override
    public String getName() {
        return account.pseudonym();
    }
}
