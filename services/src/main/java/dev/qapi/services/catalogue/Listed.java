package dev.qapi.services.catalogue;

import dev.qapi.eservice.Words;
import dev.qapi.services.catalogue.ElectronicService.Audience;
import dev.qapi.services.catalogue.ElectronicService.Fee;
import dev.qapi.services.catalogue.ElectronicService.Place;
import dev.qapi.services.catalogue.ElectronicService.Term;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue in the reader's language. */
record Listed(List<Service> services) {

    static Listed in(Words words) {
        return new Listed(Arrays.stream(ElectronicService.values())
                .map(service -> Service.of(service, words))
                .toList());
    }

    record Coded<C extends Enum<C>>(C code, String text) {
        static <C extends Enum<C>> Coded<C> of(C code, Words words) {
            return new Coded<>(code, words.of(code));
        }
    }

    /** @param api where to call it, with its page; both only if it is served here */
    record Service(
            Coded<ElectronicService> service,
            boolean here,
            @Nullable String api,
            @Nullable String page,
            Coded<Place> where,
            Coded<Term> term,
            Coded<Fee> fee,
            Coded<Audience> audience) {

        static Service of(ElectronicService service, Words words) {
            var here = service.place == Place.HERE;
            return new Service(
                    Coded.of(service, words),
                    here,
                    here ? "/api/v1/" + service.id : null,
                    here ? "/" + service.id : null,
                    Coded.of(service.place, words),
                    Coded.of(service.term, words),
                    Coded.of(service.fee, words),
                    Coded.of(service.audience, words));
        }
    }
}
