package dev.qapi.gateway.portal;

import dev.qapi.eservice.Statistics;
import dev.qapi.eservice.Vital;
import dev.qapi.eservice.Vital.State;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.problem.Catalogue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which registers of an e-service do not answer just now: people are told before they fill in a form. */
@Component
class Outages {

    /**
     * @param register as readers call it
     * @param isWhole whether it gives no answer at all
     * @param since when that began
     */
    record Outage(
            String register, boolean isWhole, @Nullable Instant since) {}

    private final Statistics statistics;
    private final Catalogue catalogue;

    Outages(Statistics statistics, Catalogue catalogue) {
        this.statistics = statistics;
        this.catalogue = catalogue;
    }

    List<Outage> of(Offer offer, Language language) {
        var asked = statistics.eservices().stream()
                .filter(serving -> serving.eservice().equals(offer.id()))
                .flatMap(serving -> serving.asks().stream())
                .toList();
        return asked.isEmpty()
                ? List.of()
                : statistics.registers().stream()
                        .filter(vital -> asked.contains(vital.of()))
                        .filter(vital -> vital.state() == State.DOWN || vital.state() == State.UNSTEADY)
                        .map(vital -> outage(vital, language))
                        .toList();
    }

    private Outage outage(Vital vital, Language language) {
        return new Outage(catalogue.name(vital.of(), language.tag()), vital.state() == State.DOWN, vital.since());
    }
}
