package dev.qapi.gateway.language;

import dev.qapi.contract.Contract;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/** The words of the pages, and those that an e-service brings for its own answer: a file beside its template. */
@Configuration(proxyBeanMethods = false)
class Messages {

    @Bean
    static MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        messages.setBasenames(bundles().toArray(String[]::new));
        Arrays.stream(Language.values()).map(Language::locale).forEach(locale -> read(messages, locale));
        return messages;
    }

    /** Every bundle on the class path. */
    static Stream<String> bundles() {
        var brought = Contract.all().stream().map(contract -> "templates/answers/" + contract.id());
        return Stream.concat(Stream.of("messages"), brought)
                .filter(bundle -> new ClassPathResource(bundle + "_az.properties").exists());
    }

    /** Asks for what no bundle has, so that every one of them is read now and not on an event loop. */
    private static void read(MessageSource messages, Locale locale) {
        messages.getMessage("", null, "", locale);
    }
}
