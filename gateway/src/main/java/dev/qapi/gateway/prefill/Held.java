package dev.qapi.gateway.prefill;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.qapi.eservice.Evidence;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What a register says that it holds, whichever register it is.
 *
 * @param held all the rest
 */
record Held(
        Match outcome,
        Instant asOf,
        boolean complete,
        Subject subject,
        @JsonAnySetter @Nullable Map<String, JsonNode> held)
        implements Evidence<Asked> {

    record Subject(DocumentNumber documentNumber, BirthDate birthDate, Citizenship citizenship) {}

    /** The texts at those places, with spaces between them; empty if there is none. */
    String text(List<String> places) {
        return places.stream().map(this::at).filter(text -> !text.isBlank()).collect(Collectors.joining(" "));
    }

    private String at(String place) {
        var pointer = JsonPointer.compile(place);
        var top = held == null ? null : held.get(pointer.getMatchingProperty());
        return top == null ? "" : top.at(pointer.tail()).asString("");
    }

    @Override
    public Match match() {
        return outcome;
    }

    @Override
    public boolean isAbout(Asked asked) {
        return subject.equals(new Subject(asked.documentNumber(), asked.birthDate(), asked.citizenship()));
    }
}
