package dev.qapi.services.citizenshipnotices;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.FilingNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The migration service's case system, as it takes notices: also those that it hands on to the foreign ministry. */
@RegisterClient(Register.VMMS)
interface Vmms {

    @PostExchange("/citizenship/notices/file")
    Mono<ResponseEntity<Registered>> file(@RequestBody Form form);

    record Form(
            FilingNumber clientReference,
            DocumentType documentType,
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship,
            Citizenship newCitizenship,
            LocalDate acquired,
            Office addressee,
            @Nullable List<Attachment> attachments) {

        static Form of(Delivery<Notice> delivery) {
            var notice = delivery.payload();
            return new Form(
                    delivery.reference(),
                    notice.document().type(),
                    notice.document().number(),
                    notice.birthDate(),
                    notice.citizenship(),
                    notice.acquired(),
                    notice.acquiredOn(),
                    notice.residence().addressee.office,
                    notice.files() == null
                            ? null
                            : notice.files().stream().map(Attachment::of).toList());
        }
    }

    record Attachment(Attached.Type type, int size, String hash) {
        static Attachment of(Attached file) {
            return new Attachment(file.type(), file.size(), file.hash());
        }
    }

    /** The offices in the register's own words. */
    enum Office {
        DMX,
        MFA
    }
}
