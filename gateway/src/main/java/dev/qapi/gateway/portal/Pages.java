package dev.qapi.gateway.portal;

import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/** Gives every page what every page needs. */
@ControllerAdvice(basePackageClasses = Pages.class)
class Pages {

    private final Sandbox sandbox;
    private final Clock clock;
    private final MessageSource messages;

    Pages(Sandbox sandbox, Clock clock, MessageSource messages) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.messages = messages;
    }

    @ModelAttribute(Page.ATTRIBUTE)
    Page page(ServerWebExchange exchange) {
        return Page.of(exchange, sandbox);
    }

    @ModelAttribute
    Dates dates(@ModelAttribute(Page.ATTRIBUTE) Page page) {
        return new Dates(page.language(), clock, messages);
    }
}
