package dev.qapi.mock.registers;

import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Employer;
import dev.qapi.mock.population.Filing.Filed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is filed with the migration service's case system: twice under one reference is once. */
record VmmsDesk(Government government, Search search) {

    private static final String REFERENCE = "clientReference";

    RegisterReply application(ObjectNode request) {
        var reference = request.path(REFERENCE).asString();
        var people = government.find(request);
        if (people.size() != 1) {
            return search.person(request, List.of(), (_, _) -> {});
        }
        var applicant = people.getFirst();
        var employer = government
                .country()
                .employer(request.path("taxNumber").asString(""))
                .map(Employer::id)
                .orElse(null);
        var deed = government.journal().once(Deed.Applied.class, reference, sequence -> {
            var now = government.now();
            var filed = new Filed(
                    sequence,
                    now,
                    request.path("kind").asString(),
                    request.path("workingDays").asInt(),
                    request.has("days")
                            ? request.path("days").asInt()
                            : request.path("months").asInt(12),
                    applicant.parent() != null,
                    employer,
                    text(request, "occupation"));
            return new Deed.Applied(reference, now, applicant.id(), filed);
        });
        var plan = government.country().filing().plan(deed.filed());
        var receipt = search.receipt(
                request, plan.number().reveal(), deed.at(), REFERENCE, "documentNumber", "birthDate", "citizenship");
        var due = government.country().filing().due(deed.at(), 1 + deed.filed().workingDays());
        return RegisterReply.ok(receipt.put("status", "100").put("decisionDueBy", due.toString()));
    }

    RegisterReply forecast(ObjectNode request) {
        var reference = request.path(REFERENCE).asString();
        var year = request.path("year").asInt();
        var taxNumber = RegisterNumber.of(request.path("taxNumber").asString());
        var deed = government.journal().once(Deed.Forecast.class, reference, sequence -> {
            var earlier = government
                    .journal()
                    .all(Deed.Forecast.class)
                    .filter(it -> it.year() == year && it.taxNumber().equals(taxNumber))
                    .toList();
            var number = earlier.isEmpty()
                    ? "PT-%d-%07d".formatted(year, sequence)
                    : earlier.getFirst().number();
            return new Deed.Forecast(reference, government.now(), number, taxNumber, year, earlier.size() + 1);
        });
        var receipt = search.receipt(request, deed.number(), deed.at(), REFERENCE, "taxNumber", "year");
        return RegisterReply.ok(receipt.put("version", deed.version()));
    }

    private static @Nullable String text(JsonNode request, String field) {
        return request.has(field) ? request.path(field).asString() : null;
    }
}
