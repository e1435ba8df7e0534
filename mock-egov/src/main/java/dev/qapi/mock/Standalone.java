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
        var application = new SpringApplicationBuilder(Standalone.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("spring.main.keep-alive", "true", "logging.level.com.networknt", "error"))
                .initializers(starting -> Sandbox.running(starting.getEnvironment()))
                .run(args);
        System.out.print(directions(Sandbox.running(application.getEnvironment())));
    }

    private static String directions(MockEgov egov) {
        return """
                The simulated government is open: %s
                  payment portal %s
                  myGov %s
                A gateway on this machine reaches it with
                  QAPI_EHIS_URL=%s
                  QAPI_ASAN_BRIDGE_URL=%s
                  QAPI_ASAN_BRIDGE_CLIENT_ID=%s
                  QAPI_ASAN_BRIDGE_CLIENT_SECRET=%s
                Other machines reach it if it was started with QAPI_MOCK_BIND=0.0.0.0
                Ctrl-C stops it.
                """.formatted(
                        egov.baseUrl(),
                        egov.address("GPP"),
                        egov.address("MYGOV"),
                        egov.address("EHIS"),
                        egov.address("ASAN_BRIDGE"),
                        Settings.CLIENT,
                        Settings.SECRET);
    }
}
