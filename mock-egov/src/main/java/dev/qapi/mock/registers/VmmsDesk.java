package dev.qapi.mock.registers;

import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.Baku;
import dev.qapi.mock.population.Employer;
import dev.qapi.mock.population.Filing.Filed;
import dev.qapi.mock.population.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is filed with the migration service's case system: twice under one reference is once. */
record VmmsDesk(Government government, Search search, Quota quota) {

    private static final String REFERENCE = "clientReference";

    RegisterReply application(ObjectNode request) {
        var people = government.find(request);
        if (people.size() != 1) {
            return search.person(request, List.of(), (_, _) -> {});
        }
        var reference = request.path(REFERENCE).asString();
        synchronized (government.journal()) {
            return government
                    .journal()
                    .byReference(Deed.Applied.class, reference)
                    .map(it -> receipt(request, it))
                    .orElseGet(() -> file(request, reference, people.getFirst()));
        }
    }

    private RegisterReply file(ObjectNode request, String reference, Person applicant) {
        var employer = government.country().employer(request.path("taxNumber").asString(""));
        var now = government.now();
        var wanted = wanted(request, now, applicant, employer.map(Employer::id).orElse(null));
        return refusal(wanted, employer)
                .orElseGet(() -> receipt(
                        request,
                        government
                                .journal()
                                .once(
                                        Deed.Applied.class,
                                        reference,
                                        sequence -> new Deed.Applied(
                                                reference, now, applicant.id(), wanted.numbered(sequence)))));
    }

    private static Filed wanted(ObjectNode request, Instant now, Person applicant, @Nullable String employer) {
        var kind = request.path("kind").asString();
        return new Filed(
                0,
                now,
                kind,
                request.path("workingDays").asInt(),
                kind.equals("EXT")
                        ? request.path("days").asInt()
                        : request.path("months").asInt(12),
                applicant.parent() != null,
                employer,
                text(request, "occupation"));
    }

    /** What nobody can decide, or what the quota leaves no place for. */
    private Optional<RegisterReply> refusal(Filed wanted, Optional<Employer> employer) {
        if (!government.country().filing().isInTariff(wanted)) {
            return refused("NoSuchTerm", "Nobody may ask for that long or that fast.");
        }
        if (!wanted.kind().equals("WP")) {
            return Optional.empty();
        }
        var occupation = wanted.occupation();
        if (employer.isEmpty() || occupation == null) {
            return refused("NoEmployer", "A work permit needs an employer and an occupation.");
        }
        var year = Baku.day(wanted.at()).getYear();
        return quota.hasRoom(employer.get(), occupation, year)
                ? Optional.empty()
                : refused("QuotaUsedUp", "The employer's quota has no place left.");
    }

    private static Optional<RegisterReply> refused(String type, String message) {
        return Optional.of(RegisterReply.refusal(422, "Application." + type, message));
    }

    private RegisterReply receipt(ObjectNode request, Deed.Applied deed) {
        var filing = government.country().filing();
        var number = filing.plan(deed.filed()).number().reveal();
        var receipt =
                search.receipt(request, number, deed.at(), REFERENCE, "documentNumber", "birthDate", "citizenship");
        var due = filing.due(deed.at(), 1 + deed.filed().workingDays());
        return RegisterReply.ok(receipt.put("status", "100").put("decisionDueBy", due.toString()));
    }

    RegisterReply forecast(ObjectNode request) {
        var reference = request.path(REFERENCE).asString();
        var year = request.path("year").asInt();
        var taxNumber = RegisterNumber.of(request.path("taxNumber").asString());
        var deed = government.journal().once(Deed.Forecast.class, reference, sequence -> {
            var earlier = government
                    .journal()
                    .about(Deed.Forecast.class, Deed.Forecast.by(taxNumber, year))
                    .toList();
            var number = earlier.isEmpty()
                    ? "PT-%d-%07d".formatted(year, sequence)
                    : earlier.getFirst().number();
            var version = request.path("version").asInt(earlier.size() + 1);
            return new Deed.Forecast(reference, government.now(), number, taxNumber, year, version);
        });
        var receipt = search.receipt(request, deed.number(), deed.at(), REFERENCE, "taxNumber", "year");
        return RegisterReply.ok(receipt.put("version", deed.version()));
    }

    /** A citizen's word is taken as it is; whose it is by law, it says itself. */
    RegisterReply notice(ObjectNode request) {
        var now = government.now();
        var reference = request.path(REFERENCE).asString();
        var deed = government
                .journal()
                .once(
                        Deed.Notice.class,
                        reference,
                        sequence -> new Deed.Notice(
                                reference,
                                now,
                                "XV-%d-%07d".formatted(Baku.day(now).getYear(), sequence)));
        return RegisterReply.ok(search.receipt(
                request,
                deed.number(),
                deed.at(),
                REFERENCE,
                "documentNumber",
                "birthDate",
                "citizenship",
                "addressee"));
    }

    private static @Nullable String text(JsonNode request, String field) {
        return request.has(field) ? request.path(field).asString() : null;
    }
}
