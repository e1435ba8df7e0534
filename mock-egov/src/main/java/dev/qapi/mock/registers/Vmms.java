package dev.qapi.mock.registers;

import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.Malformed;
import dev.qapi.mock.population.CaseStory;
import dev.qapi.mock.population.Charge;
import dev.qapi.mock.population.Papers.Permit;
import dev.qapi.mock.population.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The migration service's case system, as it answers questions; {@link VmmsDesk} takes what is filed. */
record Vmms(Government government, Search search) implements Operation.Register {

    @Override
    public String name() {
        return "VMMS";
    }

    @Override
    public Map<String, Operation> operations() {
        var quota = new Quota(government, search);
        var durations = new Durations(government, search).counting();
        var desk = new VmmsDesk(government, search, quota);
        return Map.of(
                "/applications/search", this::applications,
                "/registrations/search", this::registrations,
                "/charges/search", this::charges,
                "/permits/search", this::permits,
                "/applications/durations", durations::answer,
                "/quota/report", quota::report,
                "/quota/summary", quota::summary,
                "/applications/file", desk::application,
                "/forecasts/file", desk::forecast,
                "/citizenship/notices/file", desk::notice);
    }

    /** Matched only with at least one application: whoever has none is not in this part of the system. */
    private RegisterReply applications(ObjectNode request) {
        var people = government.find(request);
        if (people.size() > 1) {
            return search.person(request, "applications", (_, _) -> Stream.of());
        }
        var told = people.stream()
                .flatMap(government::cases)
                .filter(story -> isAskedFor(story, request))
                .map(ToldCase::of)
                .toList();
        var body = search.envelope(told.isEmpty() ? "NO_MATCH" : "MATCHED", request);
        body.set("applications", Json.of(told));
        return RegisterReply.ok(body);
    }

    private static boolean isAskedFor(CaseStory story, JsonNode request) {
        try {
            return !request.has("applicationNumber")
                    || story.of()
                            .number()
                            .equals(ApplicationNumber.of(
                                    request.path("applicationNumber").asString()));
        } catch (Malformed nobodys) {
            return false;
        }
    }

    private RegisterReply registrations(ObjectNode request) {
        return search.person(
                request,
                "registrations",
                (person, moment) -> person.registrations().stream()
                        .filter(it -> !it.from().isAfter(moment.day()))
                        .filter(it ->
                                is(request, "notificationNumber", it.number().reveal()))
                        .map(it -> States.registration(it, moment.day())));
    }

    private RegisterReply charges(ObjectNode request) {
        if (request.has("documentType")) {
            return search.person(request, "charges", (person, _) -> government.charges(person));
        }
        if (request.has("taxNumber")) {
            var employer =
                    government.country().employer(request.path("taxNumber").asString());
            return search.number(request, employer, List.of("charges"), (_, _) -> {});
        }
        var charge = owner(request)
                .flatMap(person -> government
                        .charges(person)
                        .filter(it -> isOf(it, request))
                        .findFirst());
        return search.number(
                request, charge, List.of("charges"), (body, it) -> body.set("charges", Json.of(List.of(it))));
    }

    private Optional<Person> owner(JsonNode request) {
        return request.has("paymentNumber")
                ? government.ownerOf(request.path("paymentNumber").asString())
                : government
                        .country()
                        .byProtocolNumber(request.path("protocolNumber").asString());
    }

    static boolean isOf(Charge charge, JsonNode request) {
        var number = request.has("paymentNumber") ? charge.paymentNumber() : charge.protocolNumber();
        var asked = request.has("paymentNumber") ? request.path("paymentNumber") : request.path("protocolNumber");
        return number != null
                && number.reveal().replace("-", "").equals(asked.asString().replace("-", ""));
    }

    private RegisterReply permits(ObjectNode request) {
        return search.person(
                request,
                "permits",
                (person, moment) -> Stream.concat(
                                person.permits().stream()
                                        .filter(it -> !it.from().isAfter(moment.day())),
                                government.cases(person).flatMap(story -> Permits.of(story, government.country())))
                        .map(it -> States.permit(it, moment.day()))
                        .sorted(Comparator.comparing(Permit::from).reversed()));
    }

    private static boolean is(JsonNode request, String field, String value) {
        return !request.has(field) || request.path(field).asString().equals(value);
    }
}
