package dev.qapi.gateway.portal;

import dev.qapi.contract.Contract;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Every e-service whose contract is on the class path: the pages keep no list of their own. */
@Component
class Offers {

    private final List<Offer> all = Contract.all().stream().map(Offer::new).toList();

    List<Offer> all() {
        return all;
    }

    /**
     * The form of an e-service that the last step of an address names.
     *
     * @throws ResponseStatusException 404, there is none
     */
    Offer of(String id, String part) {
        return of(id).further().stream()
                .filter(offer -> offer.part().equals(part))
                .findFirst()
                .orElseThrow(Offers::none);
    }

    static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** @throws ResponseStatusException 404, the page of that name does not exist */
    Offer of(String id) {
        return all.stream().filter(offer -> offer.id().equals(id)).findFirst().orElseThrow(Offers::none);
    }
}
