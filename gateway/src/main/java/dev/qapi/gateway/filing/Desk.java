package dev.qapi.gateway.filing;

import reactor.core.publisher.Mono;

/** Where the filings of one e-service are handed in. */
@FunctionalInterface
interface Desk {

    /** Hands it in once; never an error. */
    Mono<Outcome> deliver(StoredFiling filing);

    /** What came of it. */
    sealed interface Outcome {

        /**
         * The register has it.
         *
         * @param sealed what it said
         */
        record Delivered(byte[] sealed) implements Outcome {}

        /**
         * The register has looked at it and does not take it.
         *
         * @param code one word
         */
        record Refused(String code) implements Outcome {}

        /**
         * Nobody knows: it is handed in again under the same reference.
         *
         * @param why the problem's code
         */
        record Unsettled(String why) implements Outcome {}
    }
}
