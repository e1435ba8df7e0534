package dev.qapi.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration;

/** The one door: every concern of {@code dev.qapi.gateway}, and whichever e-services are on the class path. */
@SpringBootApplication(
        scanBasePackages = {"dev.qapi.gateway", "dev.qapi.services"},
        // a span of its not yet begun throws at whoever gives the command up, who then hears of nothing
        exclude = LettuceObservationAutoConfiguration.class)
public class Gateway {
    static void main(String[] args) {
        try {
            SpringApplication.run(Gateway.class, args);
        } catch (AbandonedRunException onlyDescribed) {
            throw onlyDescribed;
        } catch (RuntimeException | Error alreadyReported) {
            // what the sandbox has started before the failure would keep this process alive
            System.exit(1);
        }
    }
}
