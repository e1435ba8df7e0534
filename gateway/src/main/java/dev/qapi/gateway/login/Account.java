package dev.qapi.gateway.login;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, as far as a page tells it.
 *
 * @param name given name and surname
 * @param companies whom they may act for
 * @param company whom they act for now; null while for nobody but themselves
 */
public record Account(
        String name, List<Company> companies, @Nullable Company company) {

    /** A name is nothing for a log. */
    @Override
    public String toString() {
        return "Account[•••]";
    }
}
