package dev.qapi.gateway.filing;

import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Registration;
import dev.qapi.eservice.Source;
import dev.qapi.identifier.FilingNumber;
import java.util.Map;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Hands filings in with a register.
 *
 * @param kept reads what was filed
 * @param register timed, guarded and judged as every look-up is; it does nothing twice under one reference
 */
record RegisterDesk<I extends Inquiry, R extends Registration<I>>(
        FilingNames names, Kept<I, R> kept, Source<Delivery<I>, R> register) implements Desk {

    private static final int UNPROCESSABLE = 422;
    private static final String ONE_WORD = "[A-Za-z][A-Za-z._-]{0,59}";

    @Override
    public Mono<Outcome> deliver(StoredFiling filing) {
        return Mono.fromSupplier(() -> new Delivery<>(FilingNumber.of(filing.number()), kept.payload(filing)))
                .flatMap(register::get)
                .<Outcome>map(said -> new Outcome.Delivered(
                        names.reply(filing.id()).seal(FilingJson.REPLY.writeValueAsBytes(said.data()))))
                .onErrorResume(error -> Mono.just(outcome(error)));
    }

    private static Outcome outcome(Throwable error) {
        return switch (error) {
            case Failure.NotFound _ -> new Outcome.Refused("NoMatch");
            case Failure.Ambiguous _ -> new Outcome.Refused("Ambiguous");
            case Failure failure
            when failure.getCause() instanceof WebClientResponseException answer
                    && answer.getStatusCode().value() == UNPROCESSABLE -> new Outcome.Refused(code(answer));
            case Failure failure -> new Outcome.Unsettled(failure.code());
            default -> new Outcome.Unsettled(error.getClass().getSimpleName());
        };
    }

    /** Its words are for nobody; a code that is none is not kept either. */
    private static String code(WebClientResponseException answer) {
        try {
            var said = FilingJson.REPLY.readValue(answer.getResponseBodyAsByteArray(), Map.class);
            var type = String.valueOf(said.get("type"));
            return type.matches(ONE_WORD) ? type : "Unexplained";
        } catch (RuntimeException unreadable) {
            return "Unexplained";
        }
    }
}
