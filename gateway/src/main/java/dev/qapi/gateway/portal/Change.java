package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What has changed in an e-service's contract and when, by the contract's own word: {@code x-changes}. */
record Change(LocalDate on, Offer offer, String text) {

    /** All of them, the newest first. */
    static List<Change> all(List<Offer> offers, Language language) {
        return offers.stream()
                .flatMap(offer -> offer.contract().root().get("x-changes").items().stream()
                        .map(node -> new Change(
                                LocalDate.parse(node.get("date").text()),
                                offer,
                                node.get(language.tag()).text())))
                .sorted(Comparator.comparing(Change::on).reversed())
                .toList();
    }
}
