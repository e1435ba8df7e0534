package dev.qapi.mock.registers;

import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Employer;
import dev.qapi.mock.population.Moment;
import dev.qapi.mock.population.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The other offices' registers, each of which holds a person's name and birth date as its clerks once wrote them. */
final class Offices {

    private Offices() {}

    private static RegisterReply withPerson(
            Search search,
            String register,
            ObjectNode request,
            String list,
            BiFunction<Person, Moment, Stream<?>> entries) {
        return search.person(request, List.of(list), (body, person) -> {
            var moment = search.government().moment(person);
            body.set("person", Json.of(Held.by(search.government(), register, person)));
            body.set(list, Json.of(entries.apply(person, moment).toList()));
        });
    }

    /** Debts that keep somebody in the country. */
    record Enforcement(Search search) implements Operation.Register {

        @Override
        public String name() {
            return "ENFORCEMENT";
        }

        @Override
        public Map<String, Operation> operations() {
            return Map.of(
                    "/restrictions/search",
                    request -> search.person(
                            request,
                            "restrictions",
                            (person, moment) -> person.debts().stream()
                                    .filter(it -> !it.since().isAfter(moment.day()))));
        }
    }

    /** Taxpayers and their employees. */
    record Avis(Government government, Search search) implements Operation.Register {

        private record Taxpayer(
                RegisterNumber taxNumber,
                String name,
                String kind,
                String status,
                LocalDate registeredOn,
                String activity,
                int employees,
                int foreignEmployees) {}

        private record Job(
                RegisterNumber taxNumber,
                String employerName,
                String position,
                LocalDate from,
                @Nullable LocalDate until) {}

        @Override
        public String name() {
            return "AVIS";
        }

        @Override
        public Map<String, Operation> operations() {
            return Map.of(
                    "/taxpayers/search",
                    this::taxpayers,
                    "/employments/search",
                    request -> withPerson(search, name(), request, "employments", this::jobs));
        }

        private RegisterReply taxpayers(ObjectNode request) {
            var employer =
                    government.country().employer(request.path("taxNumber").asString());
            return search.number(
                    request, employer, List.of(), (body, it) -> body.set("taxpayer", Json.of(taxpayer(it))));
        }

        private static Taxpayer taxpayer(Employer it) {
            return new Taxpayer(
                    it.taxNumber(),
                    it.name(),
                    it.kind(),
                    it.status(),
                    it.registeredOn(),
                    it.activity(),
                    it.employees(),
                    it.foreignEmployees());
        }

        private Stream<Job> jobs(Person person, Moment moment) {
            return person.employments().stream()
                    .filter(it -> !it.from().isAfter(moment.day()))
                    .flatMap(it -> government.country().employerOf(it.employer()).stream()
                            .map(by -> new Job(by.taxNumber(), by.name(), it.position(), it.from(), it.until())));
        }
    }

    /** Civil-status acts. */
    record Vvadq(Search search) implements Operation.Register {

        @Override
        public String name() {
            return "VVADQ";
        }

        @Override
        public Map<String, Operation> operations() {
            return Map.of(
                    "/acts/search",
                    request -> withPerson(
                            search,
                            name(),
                            request,
                            "acts",
                            (person, moment) -> person.acts().stream()
                                    .filter(it -> !it.date().isAfter(moment.day()))));
        }
    }

    /** Visas. */
    record VisaOffice(Search search) implements Operation.Register {

        @Override
        public String name() {
            return "VISA";
        }

        @Override
        public Map<String, Operation> operations() {
            return Map.of(
                    "/visas/search",
                    request -> withPerson(
                            search,
                            name(),
                            request,
                            "visas",
                            (person, moment) -> person.visas().stream()
                                    .filter(it -> !it.from().isAfter(moment.day()))
                                    .map(it -> States.visa(it, person.crossings(), moment.day()))));
        }
    }
}
