package dev.qapi.services.labourforecasts;

import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.eservice.Registration;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.identifier.TaxNumber;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The migration service's case system, as it takes forecasts. */
@RegisterClient(Register.VMMS)
interface Vmms {

    @PostExchange("/forecasts/file")
    Mono<ResponseEntity<Registered>> file(@RequestBody Form form);

    /** @param version so that one that arrives late does not displace a later one */
    record Form(FilingNumber clientReference, TaxNumber taxNumber, int year, int version, List<Row> rows) {

        static Form of(Delivery<Forecast> delivery) {
            var forecast = delivery.payload();
            return new Form(
                    delivery.reference(), forecast.taxNumber(), forecast.year(), forecast.version(), forecast.rows());
        }
    }

    enum Outcome {
        FILED
    }

    record Reference(FilingNumber clientReference, TaxNumber taxNumber, int year) {}

    record Registered(
            Outcome outcome,
            Instant asOf,
            boolean complete,
            Reference subject,
            RegisterNumber number,
            Instant filedAt,
            int version)
            implements Registration<Forecast> {

        @Override
        public Match match() {
            return Match.MATCHED;
        }

        @Override
        public boolean isAbout(Delivery<Forecast> delivery) {
            var filed = delivery.payload();
            return subject.equals(new Reference(delivery.reference(), filed.taxNumber(), filed.year()))
                    && version == filed.version();
        }
    }
}
