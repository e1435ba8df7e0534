package dev.qapi.mock;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/** The simulated government as a process of its own, with the settings {@code qapi.mock.*}, until it is ended. */
@Configuration(proxyBeanMethods = false)
public class Standalone {

    static void main(String[] args) {
        var environment = new SpringApplicationBuilder(Standalone.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("qapi.sandbox", "true", "spring.main.keep-alive", "true"))
                .run(args)
                .getEnvironment();
        System.out.printf(
                "The simulated government is open: %s%n  EHİS %s%n  ASAN Bridge %s%nCtrl-C stops it.%n",
                environment.getProperty("qapi.mock.url"),
                environment.getProperty("qapi.ehis.url"),
                environment.getProperty("qapi.asan-bridge.url"));
    }
}
