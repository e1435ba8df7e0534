package dev.qapi.gateway.notices;

import dev.qapi.contract.Contract;
import dev.qapi.eservice.Event;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.mail.Outgoing;
import dev.qapi.gateway.mail.Postman;
import dev.qapi.identifier.EmailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailPreparationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes what is sent: that there is something to be seen and where, in the language of whoever has asked for it. */
@Component
class NoticeMails {

    private static final Map<String, String> BY_PROGRAM = Map.of("Auto-Submitted", "auto-generated");

    private final Map<String, Contract> eservices =
            Contract.all().stream().collect(Collectors.toMap(Contract::id, Function.identity()));
    private final Postman postman;
    private final MessageSource messages;
    private final String address;

    NoticeMails(Postman postman, MessageSource messages, NoticesProperties properties) {
        this.postman = postman;
        this.messages = messages;
        this.address = properties.address().replaceFirst("/$", "");
    }

    /** Whether anything can be sent: without our own address nobody could end it. */
    boolean areOffered() {
        return postman.isThere() && !address.isBlank();
    }

    Mono<Void> code(EmailAddress to, String code, Language language) {
        return sent(() -> new Outgoing(
                recipient(to),
                text("notices.code.subject", language),
                text("notices.code.text", language, code),
                BY_PROGRAM));
    }

    /** Sent twice it is seen to be the same by its id. */
    Mono<Void> news(EmailAddress to, Event event, Language language, String ending) {
        var end = address + "/notices/unsubscribe?token=" + ending + "&lang=" + language.tag();
        var head = Map.of(
                "Auto-Submitted",
                "auto-generated",
                "Message-ID",
                '<' + event.id().text() + '@' + postman.domain() + '>',
                "List-Unsubscribe",
                '<' + end + '>',
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click"); // RFC 8058
        return sent(() -> new Outgoing(
                recipient(to),
                text("notices.news.subject", language),
                text("notices.news.text", language, about(event, language), address + "/events/own", end),
                head));
    }

    private String about(Event event, Language language) {
        var contract = eservices.get(event.eservice());
        var title = contract == null
                ? event.eservice()
                : contract.root().get("x-title").get(language.tag()).text();
        var number = event.number();
        return number == null ? title : title + ", " + number.reveal();
    }

    private interface Writing {
        Outgoing write();
    }

    /** The server is waited for elsewhere than on an event loop. */
    private Mono<Void> sent(Writing writing) {
        return Mono.<Void>fromRunnable(() -> postman.send(writing.write())).subscribeOn(Schedulers.boundedElastic());
    }

    private static InternetAddress recipient(EmailAddress to) {
        try {
            return new InternetAddress(to.reveal(), true);
        } catch (AddressException none) {
            throw new MailPreparationException("no address");
        }
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }
}
