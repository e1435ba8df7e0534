package dev.qapi.gateway.portal;

import dev.qapi.contract.Operation;
import java.util.List;
import java.util.stream.Stream;

/** The files for a spreadsheet that an answer can be had as: GETs whose path is the answer's with an ending. */
record Tables(Offer offer) {

    private static final List<String> ENDINGS = List.of(".xlsx", ".csv");

    /** Addresses of pages, such as {@code /quota/report.csv}. */
    List<String> of(Operation asked) {
        return all(asked.path())
                .map(Operation::path)
                .map(path ->
                        "/" + offer.id() + "/" + path.substring(offer.prefix().length()))
                .toList();
    }

    /** @param path of the answer */
    Stream<Operation> all(String path) {
        return ENDINGS.stream()
                .flatMap(ending -> offer.contract()
                        .operations()
                        .filter(operation -> operation.method().equals("GET"))
                        .filter(operation -> operation.path().equals(path + ending)));
    }
}
