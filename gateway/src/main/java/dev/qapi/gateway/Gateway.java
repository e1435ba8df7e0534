package dev.qapi.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration;
import reactor.netty.ReactorNetty;

/** The one door: every concern of {@code dev.qapi.gateway}, and whichever e-services are on the class path. */
@SpringBootApplication(
        scanBasePackages = {"dev.qapi.gateway", "dev.qapi.services"},
        // a span of its not yet begun throws at whoever gives the command up, who then hears of nothing
        exclude = LettuceObservationAutoConfiguration.class)
public class Gateway {
    static void main(String[] args) {
        // as many event loops as processors: Reactor Netty would take four even where they get in each other's way
        if (System.getProperty(ReactorNetty.IO_WORKER_COUNT) == null) {
            System.setProperty(
                    ReactorNetty.IO_WORKER_COUNT,
                    Integer.toString(Runtime.getRuntime().availableProcessors()));
        }
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
