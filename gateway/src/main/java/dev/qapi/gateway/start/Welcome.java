package dev.qapi.gateway.start;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells a newcomer where to look and what to try, with the ports that are really open. */
@Component
@ConditionalOnBooleanProperty("qapi.sandbox")
class Welcome {

    private final Environment environment;

    Welcome(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        var port = environment.getProperty("local.server.port");
        if (port != null) {
            System.out.println(text("http://localhost:" + port));
        }
    }

    String text(String gateway) {
        return """

                Qapı is open. Everything behind it is simulated, and its data stay on this machine.

                  Portal                 %1$s/
                  API documentation      %1$s/docs
                  Management             http://localhost:%2$s/actuator/health
                  Simulated government   %3$s
                  Data                   %4$s

                A person to try: residence permit applied for, under review.

                curl -s %1$s/api/v1/applications/track -H 'Content-Type: application/json' -H 'Accept-Language: en' -d '{"document":{"type":"PASSPORT","number":"C01234567"},"birthDate":"1990-04-12","citizenship":"TUR"}'

                Ctrl-C stops it; the next start finds the data again.
                """.formatted(
                        gateway,
                        environment.getProperty("local.management.port", "8081"),
                        environment.getProperty("qapi.mock.url", "not started"),
                        Path.of(environment.getProperty("qapi.data", ".qapi"))
                                .toAbsolutePath()
                                .normalize());
    }
}
