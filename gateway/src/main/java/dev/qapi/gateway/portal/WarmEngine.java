package dev.qapi.gateway.portal;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/** Has the template engine set itself up before the first visitor: it reads files while it does. */
@Component
class WarmEngine {

    WarmEngine(ITemplateEngine engine) {
        engine.getConfiguration();
    }
}
