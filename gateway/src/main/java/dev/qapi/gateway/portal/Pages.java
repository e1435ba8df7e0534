package dev.qapi.gateway.portal;

import dev.qapi.gateway.language.Language;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/** Gives every page what every page needs. */
@ControllerAdvice(basePackageClasses = Pages.class)
class Pages {

    private final Personas personas;
    private final Clock clock;
    private final MessageSource messages;

    Pages(Personas personas, Clock clock, MessageSource messages) {
        this.personas = personas;
        this.clock = clock;
        this.messages = messages;
    }

    @ModelAttribute(Page.ATTRIBUTE)
    Page page(ServerWebExchange exchange) {
        return Page.of(exchange, personas);
    }

    @ModelAttribute("dates")
    Dates dates(Locale locale) {
        return new Dates(Language.of(locale), clock, messages);
    }
}
