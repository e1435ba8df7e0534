package dev.qapi.gateway.mail;

import dev.qapi.eservice.Intake;
import dev.qapi.eservice.Mail;
import dev.qapi.eservice.Mailboxes;
import dev.qapi.eservice.Receipt;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    private static final Intake<Mail> NONE = new Intake<>() {
        @Override
        public Flux<Mail> waiting() {
            return Flux.empty();
        }

        @Override
        public Mono<Void> taken(Mail message, Receipt receipt) {
            return Mono.empty();
        }
    };

    @Bean
    Mailboxes mailboxes(MailProperties properties, Replies replies) {
        return eservice -> {
            var folder = properties.boxes().get(eservice);
            return folder == null ? NONE : new Maildir(folder, replies);
        };
    }
}
