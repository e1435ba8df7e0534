package dev.qapi.mock.registers;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Charge;
import dev.qapi.mock.population.Moment;
import dev.qapi.mock.population.Papers;
import dev.qapi.mock.population.Papers.Bar;
import dev.qapi.mock.population.Papers.Crossing;
import dev.qapi.mock.population.Papers.Document;
import dev.qapi.mock.population.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The inter-agency search system: who somebody is, where they crossed the border, whether they may. */
record Iamas(Government government, Search search) implements Operation.Register {

    private static final String AUTHORITY = "Dövlət Miqrasiya Xidməti";

    @Override
    public String name() {
        return "IAMAS";
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "/restrictions/search",
                request -> search.person(request, "restrictions", this::restrictions),
                "/crossings/search",
                request -> search.person(request, "crossings", Iamas::crossings),
                "/persons/search",
                this::persons,
                "/corrections/file",
                new IdentityDesk(government, search)::correction);
    }

    private Stream<Bar> restrictions(Person person, Moment moment) {
        var bars = person.bars().stream()
                .filter(it -> !it.since().isAfter(moment.day()))
                .filter(it -> it.until() == null || !it.until().isBefore(moment.day()));
        var fines = government
                .chargesKnownToIamas(person)
                .filter(it -> it.barsEntry() && !"PAID".equals(it.state()))
                .map(Iamas::bar);
        return Stream.concat(fines, bars);
    }

    /** Migration Code 16.1.8: an unpaid fine for breaking the rules of stay bars entry. */
    private static Bar bar(Charge fine) {
        return new Bar("ENTRY", "UNPAID_FINE", fine.decidedOn(), null, true, fine.protocolNumber(), AUTHORITY);
    }

    private static Stream<Crossing> crossings(Person person, Moment moment) {
        return person.crossings().stream()
                .filter(it -> !it.at().isAfter(moment.story()))
                .sorted(Comparator.comparing(Papers.Crossing::at).reversed());
    }

    private record Known(
            String surname,
            String given,
            @Nullable String patronymic,
            @JsonProperty("native") @Nullable String nativeName,
            String sex,
            BirthDate birthDate,
            Citizenship citizenship,
            List<Document> documents,
            @Nullable RegisterNumber pin) {}

    private RegisterReply persons(ObjectNode request) {
        return search.person(
                request,
                List.of(),
                (body, person) -> body.set(
                        "person",
                        Json.of(new Known(
                                written(person, "surname").orElse(person.surname()),
                                written(person, "given").orElse(person.given()),
                                written(person, "patronymic").orElse(null),
                                written(person, "native").orElse(person.nativeName()),
                                person.sex(),
                                written(person, "birthDate").map(BirthDate::of).orElse(person.birthDate()),
                                person.citizenship(),
                                documents(person),
                                person.pin()))));
    }

    private Optional<String> written(Person person, String field) {
        return IdentityDesk.corrected(government, name(), person, field);
    }

    /** A card that is still to be given out is nobody's business yet. */
    private List<Document> documents(Person person) {
        var day = government.moment(person).day();
        return person.documents().stream()
                .filter(it -> it.from() == null || !it.from().isAfter(day))
                .toList();
    }
}
