package dev.qapi.mock.registers;

import dev.qapi.mock.population.Baku;
import dev.qapi.mock.population.Case.Issue;
import dev.qapi.mock.population.CaseStory;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.population.Employer;
import dev.qapi.mock.population.Papers.Permit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The permit that an application has led to. */
final class Permits {

    private static final Map<String, String> KINDS = Map.of(
            "TRP", "TEMPORARY_RESIDENCE", "PRP", "PERMANENT_RESIDENCE", "WP", "WORK_PERMIT", "EXT", "STAY_EXTENSION");

    private Permits() {}

    static Stream<Permit> of(CaseStory story, Country country) {
        var kind = KINDS.get(story.of().kind());
        if (kind == null || !story.has("190")) {
            return Stream.of();
        }
        var number = issue(story, "WORK_PERMIT").or(() -> issue(story, "DECISION"));
        var card = issue(story, "CARD");
        var from = story.history().stream()
                .filter(step -> step.status().equals("190"))
                .map(step -> Baku.day(step.at()))
                .findFirst();
        var employer = Optional.ofNullable(story.of().employer()).flatMap(country::employerOf);
        return number.stream()
                .map(it -> new Permit(
                        kind,
                        it.number(),
                        card.map(Issue::number).orElse(null),
                        from.orElseThrow(),
                        card.or(() -> number).map(Issue::validUntil).orElse(null),
                        null,
                        employer.map(Employer::taxNumber).orElse(null),
                        employer.map(Employer::name).orElse(null),
                        null));
    }

    private static Optional<Issue> issue(CaseStory story, String kind) {
        return story.issued().stream().filter(it -> it.kind().equals(kind)).findFirst();
    }
}
