package dev.qapi.gateway.portal;

import dev.qapi.contract.Operation;
import dev.qapi.gateway.language.Language;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of an e-service that is about whoever is logged in: one GET of its contract. */
record OwnView(Operation asked) {

    /** The last part of its address, of the page's as of the API's. */
    public String name() {
        return asked.path().substring(asked.path().lastIndexOf('/') + 1);
    }

    /** What changes it, at its own path or one step below. */
    Stream<Operation> beside(String method) {
        return asked.contract()
                .operations()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> operation.path().equals(asked.path())
                        || operation.path().matches(Pattern.quote(asked.path()) + "/([a-z]+|[{]number[}])"));
    }

    /** Such as "My applications". */
    public String title(Language language) {
        return asked.node().get("x-title").get(language.tag()).text();
    }

    /** Whether it is for somebody who acts for a company, and for nobody else. */
    public boolean isForEmployers() {
        return !isOpen(false);
    }

    /** @param toAnEmployer to somebody who acts for a company, or else for themselves */
    public boolean isOpen(boolean toAnEmployer) {
        return asked.node().get("x-allowed-to").items().stream()
                .anyMatch(caller -> caller.text().equals(toAnEmployer ? "EMPLOYER" : "PERSON"));
    }
}
