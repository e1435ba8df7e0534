package dev.qapi.mock.registers;

import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.Malformed;
import dev.qapi.mock.mygov.Inbox;
import dev.qapi.mock.population.Baku;
import dev.qapi.mock.population.Case;
import dev.qapi.mock.population.CaseStory;
import dev.qapi.mock.population.Charge;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.population.Employer;
import dev.qapi.mock.population.Moment;
import dev.qapi.mock.population.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The country while it runs: who lives in it, what was done, and how late it is there. */
public final class Government {

    private final Country country;
    private final Clock wall;
    private final Duration toldToVmms;
    private final Duration toldToIamas;
    private final Journal journal;

    /**
     * @param wall the clock by which registers say as of when they answer
     * @param toldToVmms how long after a payment VMMS knows of it
     * @param toldToIamas how long after that İAMAS does
     * @param file where deeds outlive a restart, null if they should not
     */
    public Government(Country country, Clock wall, Duration toldToVmms, Duration toldToIamas, @Nullable Path file) {
        this.country = country;
        this.wall = wall;
        this.toldToVmms = toldToVmms;
        this.toldToIamas = toldToIamas;
        this.journal = new Journal(file);
    }

    /** Who lives there. */
    public Country country() {
        return country;
    }

    Journal journal() {
        return journal;
    }

    /** Where messages to persons lie. */
    public Inbox inbox() {
        return new DeedsInbox(journal);
    }

    /** Somebody leaves a letter in an inbox, {@code MYGOV_INBOX} or {@code EGOV_INBOX}; its id. */
    public String write(String inbox, ObjectNode letter) {
        var id = UUID.randomUUID().toString();
        journal.once(Deed.Written.class, id, _ -> new Deed.Written(id, now(), inbox, letter));
        return id;
    }

    /** Under which number the letter of that id was taken; empty as long as it waits. */
    public Optional<String> takenAs(String id) {
        return journal.byReference(Deed.Taken.class, id).map(Deed.Taken::number);
    }

    /** What registers say as of: the wall clock, however far the country's own has been moved. */
    Instant asOf() {
        return wall.instant();
    }

    /** The country's own moment. */
    public Instant now() {
        return wall.instant().plus(moved());
    }

    /** How far the country's clock is ahead of the wall's. */
    public Duration moved() {
        return journal.moved();
    }

    /** Lets time pass in the country. */
    public void move(Duration by) {
        var reference = UUID.randomUUID().toString();
        journal.once(Deed.Moved.class, reference, _ -> new Deed.Moved(reference, by));
    }

    /** Begins anew: nothing done, the clock right. */
    public void reset() {
        journal.forget();
    }

    Moment moment(Person person) {
        return country.moment(person, now(), moved());
    }

    /** Those whom a request names by document, birth date and citizenship; nobody if these cannot be anybody's. */
    List<Person> find(JsonNode request) {
        try {
            return country.find(
                    request.path("documentType").asString(),
                    DocumentNumber.of(request.path("documentNumber").asString()),
                    BirthDate.of(request.path("birthDate").asString()),
                    Citizenship.of(request.path("citizenship").asString()));
        } catch (Malformed nobody) {
            return List.of();
        }
    }

    /** A person's applications as VMMS knows them. */
    Stream<CaseStory> cases(Person person) {
        var moment = moment(person);
        var own = person.cases().stream().flatMap(it -> country.story(it, moment, payment(it, toldToVmms)).stream());
        return Stream.concat(own, filed(person.id()));
    }

    /** What was filed goes by the country's clock, whosever it is. */
    private Stream<CaseStory> filed(String about) {
        var now = now();
        return journal.about(Deed.Applied.class, about)
                .map(it -> country.filing().plan(it.filed()))
                .flatMap(it -> country.story(it, new Moment(now, now), payment(it, toldToVmms)).stream());
    }

    /** Applications filed for an employer's sake. */
    Stream<CaseStory> filedFor(Employer employer) {
        return filed(Deed.Applied.by(employer.id()));
    }

    /** Who was given a payment number, for what is made up or for what was filed. */
    Optional<Person> ownerOf(String paymentNumber) {
        return journal.about(Deed.Applied.class, paymentNumber)
                .findFirst()
                .map(it -> country.person(it.applicant()))
                .orElseGet(() -> country.byPaymentNumber(paymentNumber));
    }

    private @Nullable Instant payment(Case told, Duration lag) {
        return told.fee() == null || told.fee().paymentNumber() == null
                ? null
                : paidAt(told.fee().paymentNumber().reveal(), lag);
    }

    private @Nullable Instant paidAt(String paymentNumber, Duration lag) {
        return journal.payment(paymentNumber)
                .map(Deed.Paid::at)
                .filter(at -> !at.plus(lag).isAfter(now()))
                .orElse(null);
    }

    /** What a person owes or has paid, as the migration service knows it. */
    Stream<Charge> charges(Person person) {
        return charges(person, toldToVmms);
    }

    /** The same as İAMAS knows it, which is told last. */
    Stream<Charge> chargesKnownToIamas(Person person) {
        return charges(person, toldToVmms.plus(toldToIamas));
    }

    /** The same as the portal knows it, where it is paid. */
    Stream<Charge> bills(Person person) {
        return charges(person, Duration.ZERO);
    }

    private Stream<Charge> charges(Person person, Duration lag) {
        var day = moment(person).day();
        var fines = person.charges().stream()
                .filter(it -> !it.decidedOn().isAfter(day))
                .map(it -> it.told(day, paidOn(it, lag)));
        var listed = person.charges().stream().map(Charge::applicationNumber).toList();
        var fees = cases(person)
                .filter(it -> !listed.contains(it.of().number()))
                .flatMap(it -> new Fees(this, lag).of(it));
        return Stream.concat(fees, fines);
    }

    /** The day on which somebody in the sandbox paid it; null as long as that is not known. */
    @Nullable
    LocalDate paidOn(Charge charge, Duration lag) {
        var at = charge.paymentNumber() == null
                ? null
                : paidAt(charge.paymentNumber().reveal(), lag);
        return at == null ? null : Baku.day(at);
    }
}
