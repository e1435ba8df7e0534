package dev.qapi.gateway.filing;

import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Supplied;
import dev.qapi.gateway.prefill.Earlier;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was supplied for a filing that is sent once more: the same again, whatever the register says meanwhile. */
@Component
class SuppliedEarlier implements Earlier {

    private final FilingStore store;
    private final FilingNames names;

    SuppliedEarlier(FilingStore store, FilingNames names) {
        this.store = store;
        this.names = names;
    }

    @Override
    public Mono<List<Supplied>> of(String eservice, Attempt attempt) {
        return store.find("_id", names.id(eservice, attempt)).map(filing -> of(filing, names));
    }

    static List<Supplied> of(StoredFiling filing, FilingNames names) {
        var sealed = filing.supplied();
        if (sealed == null) {
            return List.of();
        }
        var supplied = names.supplied(filing.id())
                .open(sealed)
                .orElseThrow(() -> new IllegalStateException("sealed under another secret"));
        return List.of(FilingJson.PAYLOAD.readValue(supplied, Supplied[].class));
    }
}
