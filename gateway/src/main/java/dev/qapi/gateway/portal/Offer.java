package dev.qapi.gateway.portal;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Operation;
import dev.qapi.gateway.language.Language;
import java.util.List;
import java.util.Optional;

/** An e-service as the pages offer it: its contract, read for people. */
record Offer(Contract contract) {

    public String id() {
        return contract.id();
    }

    public String title(Language language) {
        return contract.root().get("x-title").get(language.tag()).text();
    }

    public String summary(Language language) {
        return contract.root().get("x-summary").get(language.tag()).text();
    }

    /** What its form asks: the contract's first public POST. */
    Optional<Operation> inquiry() {
        return contract.operations()
                .filter(operation -> operation.method().equals("POST"))
                .filter(operation -> operation.path().startsWith(prefix()))
                .findFirst();
    }

    /** What its page shows without being asked anything: where there is no form, the contract's first public GET. */
    Optional<Operation> information() {
        return contract.operations()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.path().startsWith(Contract.PUBLIC))
                .filter(operation -> !operation.path().contains("{"))
                .filter(operation -> !isOwn(operation))
                .filter(_ -> inquiry().isEmpty())
                .findFirst();
    }

    /** What it tells whoever is logged in about themselves, without asking them anything. */
    public List<OwnView> ownViews() {
        return contract.operations()
                .filter(operation -> operation.method().equals("GET"))
                .filter(Offer::isOwn)
                .map(OwnView::new)
                .toList();
    }

    private static boolean isOwn(Operation operation) {
        return operation.node().get("x-allowed-to").isPresent();
    }

    /** Its path below the API. */
    String prefix() {
        return "/api/v1/" + id() + "/";
    }
}
