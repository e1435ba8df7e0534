package dev.qapi.services.opendata;

import dev.qapi.eservice.Words;
import java.util.List;
import java.util.Map;

/** A dataset in the reader's language; its rows are the same in all of them. */
record Published(Title dataset, String description, List<String> columns, List<Map<String, Object>> rows) {

    static Published of(Dataset dataset, Rows rows, Words words) {
        return new Published(Title.of(dataset, words), words.of(dataset.description()), dataset.columns, rows.rows());
    }

    record Title(Dataset code, String text) {
        static Title of(Dataset dataset, Words words) {
            return new Title(dataset, words.of(dataset));
        }
    }
}
