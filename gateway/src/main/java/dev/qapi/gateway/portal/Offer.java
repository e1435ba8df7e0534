package dev.qapi.gateway.portal;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Operation;
import dev.qapi.gateway.language.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An e-service as the pages offer it: its contract, read for people.
 *
 * @param part the last step of the address of another form of it; empty for the first
 * @param own whether its first form is the one that asks nothing which the login has told
 */
record Offer(Contract contract, String part, boolean own) {

    Offer(Contract contract, String part) {
        this(contract, part, false);
    }

    Offer(Contract contract) {
        this(contract, "");
    }

    public String id() {
        return contract.id();
    }

    public String title(Language language) {
        var titled = inquiry().filter(_ -> !part.isEmpty()).map(Operation::node).orElse(contract.root());
        return titled.get("x-title").get(language.tag()).text();
    }

    public String summary(Language language) {
        return contract.root().get("x-summary").get(language.tag()).text();
    }

    /** What its form asks: the contract's first POST that people may call, or the one that its part names. */
    Optional<Operation> inquiry() {
        return own ? ownForm() : openForm();
    }

    /** The same for whoever is logged in for themselves. */
    Offer mine() {
        return new Offer(contract, part, part.isEmpty() && ownForm().isPresent());
    }

    private Optional<Operation> ownForm() {
        return forms().filter(Offer::isOwn)
                .filter(operation -> operation.path().equals(prefix() + "own"))
                .findFirst();
    }

    private Optional<Operation> openForm() {
        return forms().filter(operation -> part.isEmpty()
                        ? isForPeople(operation) && !isOfAList(operation)
                        : isFurther(operation) && operation.path().equals(prefix() + part))
                .findFirst();
    }

    /** Its other forms: POSTs with a title of their own that are open to anybody. */
    public List<Offer> further() {
        return forms().filter(Offer::isFurther)
                .map(operation -> new Offer(contract, operation.path().substring(prefix().length())))
                .filter(other -> !other.part.equals(part))
                .toList();
    }

    /** Whether its form is answered with something to be saved, not to be shown. */
    public boolean isPaper() {
        return inquiry().stream()
                .map(operation -> operation.node().get("responses").get("200"))
                .anyMatch(answer -> contract.resolve(answer)
                        .get("content")
                        .get("application/pdf")
                        .isPresent());
    }

    /** The same form's answer as a calendar, if there is one. */
    public Optional<Operation> calendar() {
        return forms().filter(operation -> operation.path().equals(prefix() + "calendar"))
                .findFirst();
    }

    private Stream<Operation> forms() {
        return contract.operations()
                .filter(operation -> operation.method().equals("POST"))
                .filter(operation -> (operation.path() + "/").startsWith(prefix()))
                .filter(operation -> !operation
                        .requestSchema()
                        .get("properties")
                        .entries()
                        .toList()
                        .isEmpty());
    }

    /** What only portals may call has no page. */
    private static boolean isForPeople(Operation operation) {
        return !isOwn(operation)
                || operation.node().get("x-allowed-to").items().stream()
                        .anyMatch(caller -> !caller.text().equals("PORTAL"));
    }

    /** What a DELETE beside it takes away again is asked for on the page of the list itself. */
    private boolean isOfAList(Operation operation) {
        return contract.operations()
                .filter(other -> other.method().equals("DELETE"))
                .anyMatch(other -> (operation.path() + "/").startsWith(other.path() + "/"));
    }

    private static boolean isFurther(Operation operation) {
        return operation.node().get("x-title").isPresent() && !isOwn(operation);
    }

    /** The address of its page. */
    public String page() {
        return "/" + id() + (part.isEmpty() ? "" : "/" + part);
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

    /** What puts another version in the place of the newest, if it has versions: its PUT. */
    Optional<Operation> edit() {
        return contract.operations()
                .filter(operation -> operation.method().equals("PUT"))
                .findFirst();
    }

    /** What it tells whoever is logged in about themselves, without asking them anything. */
    public List<OwnView> ownViews() {
        return contract.operations()
                .filter(operation -> operation.method().equals("GET"))
                .filter(Offer::isOwn)
                .filter(operation -> !operation.path().contains("{"))
                .filter(operation -> operation.node().get("x-title").isPresent()) // others are for programs
                .map(OwnView::new)
                .toList();
    }

    /** Whether people have anything to see of it. */
    boolean hasPage() {
        return inquiry().isPresent() || information().isPresent() || !ownViews().isEmpty();
    }

    static boolean isOwn(Operation operation) {
        return operation.node().get("x-allowed-to").isPresent();
    }

    /** Its path below the API. */
    String prefix() {
        return "/api/v1/" + id() + "/";
    }
}
