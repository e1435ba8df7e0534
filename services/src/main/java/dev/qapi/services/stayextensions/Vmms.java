package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.FilingNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The migration service's case system, as it speaks about extensions of a stay. */
@RegisterClient(Register.VMMS)
interface Vmms {

    @PostExchange("/applications/file")
    Mono<ResponseEntity<Registered>> file(@RequestBody Form form);

    @PostExchange("/applications/search")
    Mono<ResponseEntity<Progress.Reply>> progress(@RequestBody Progress.Search search);

    @PostExchange("/registrations/search")
    Mono<ResponseEntity<Stay.Reply>> stay(@RequestBody Stay.Search search);

    record Form(
            FilingNumber clientReference,
            Kind kind,
            DocumentType documentType,
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship,
            int days,
            int workingDays,
            Ground ground,
            @Nullable List<Attachment> attachments) {

        static Form of(Delivery<Extension> delivery) {
            var wanted = delivery.payload();
            return new Form(
                    delivery.reference(),
                    Kind.EXT,
                    wanted.document().type(),
                    wanted.document().number(),
                    wanted.birthDate(),
                    wanted.citizenship(),
                    wanted.days(),
                    wanted.speed().workingDays,
                    wanted.ground(),
                    wanted.files() == null
                            ? null
                            : wanted.files().stream().map(Attachment::of).toList());
        }
    }

    record Attachment(Attached.Type type, int size, String hash) {
        static Attachment of(Attached file) {
            return new Attachment(file.type(), file.size(), file.hash());
        }
    }

    enum Kind {
        EXT
    }
}
