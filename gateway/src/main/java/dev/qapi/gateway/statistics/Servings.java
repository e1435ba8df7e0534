package dev.qapi.gateway.statistics;

import dev.qapi.eservice.EService;
import dev.qapi.eservice.EServices;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.eservice.Statistics.Serving;
import dev.qapi.gateway.registers.Routes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Which e-services are served here and whom they ask, read off their constructors. */
@Component
class Servings {

    private final ListableBeanFactory beans;
    private final Routes routes;

    Servings(ListableBeanFactory beans, Routes routes) {
        this.beans = beans;
        this.routes = routes;
    }

    List<Serving> all() {
        return Arrays.stream(beans.getBeanNamesForAnnotation(EService.class))
                .map(beans::getType)
                .filter(Objects::nonNull)
                .map(ClassUtils::getUserClass)
                .map(Servings::serving)
                .sorted(Comparator.comparing(Serving::eservice))
                .toList();
    }

    /** Every register that some e-service asks. */
    Stream<Register> registers() {
        return all().stream().flatMap(it -> it.asks().stream()).distinct().sorted();
    }

    /** Every layer by which they can be reached; a register that is asked directly is none. */
    Stream<Register> layers() {
        return registers()
                .flatMap(register -> routes.to(register).stream())
                .filter(route -> route.via() != route.register())
                .map(route -> route.via())
                .distinct()
                .sorted();
    }

    private static Serving serving(Class<?> eservice) {
        var asks = new TreeSet<Register>();
        for (var needed : eservice.getDeclaredConstructors()[0].getParameterTypes()) {
            var client = needed.getAnnotation(RegisterClient.class);
            if (client != null) {
                asks.add(client.value());
            }
        }
        return new Serving(EServices.id(eservice).orElseThrow(), asks);
    }
}
