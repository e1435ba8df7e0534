package dev.qapi.kubernetes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** All that one overlay makes. */
record Rendered(List<Manifest> manifests) {

    Stream<Manifest> of(String kind) {
        return manifests.stream().filter(it -> it.kind().equals(kind));
    }

    /** @param kindAndName as a manifest says of itself */
    Manifest named(String kindAndName) {
        return manifests.stream()
                .filter(it -> it.toString().equals(kindAndName))
                .findFirst()
                .orElseThrow();
    }

    Stream<Manifest> workloads() {
        return manifests.stream().filter(Manifest::isWorkload);
    }

    Stream<Manifest> gateways() {
        return manifests.stream().filter(Manifest::isGateway);
    }

    Stream<Manifest> policiesOf(Manifest workload, String direction) {
        return of("NetworkPolicy")
                .filter(it -> workload.isMeantBy(it.at("/spec/podSelector")))
                .filter(it -> it.at("/spec/policyTypes")
                        .valueStream()
                        .anyMatch(type -> type.stringValue().equals(direction)));
    }

    Map<String, String> settings(String name) {
        return of("ConfigMap")
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it -> Manifest.strings(it.at("/data")))
                .orElse(Map.of());
    }

    /** Whom a path leads to: the longest prefix wins. */
    Stream<Manifest> whoServes(String path) {
        return of("HTTPRoute")
                .flatMap(route -> route.at("/spec/rules").valueStream())
                .filter(rule -> leads(prefix(rule), path))
                .max(Comparator.comparingInt(rule -> prefix(rule).length()))
                .stream()
                .flatMap(rule -> rule.get("backendRefs").valueStream())
                .flatMap(this::behind);
    }

    private static String prefix(JsonNode rule) {
        return rule.at("/matches/0/path/value").stringValue();
    }

    private static boolean leads(String prefix, String path) {
        return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + '/');
    }

    private Stream<Manifest> behind(JsonNode backend) {
        return of("Service")
                .filter(it -> it.name().equals(backend.path("name").stringValue()))
                .filter(it -> it.at("/spec/ports")
                        .valueStream()
                        .anyMatch(port -> port.path("port").equals(backend.path("port"))
                                && port.path("targetPort").asString("").equals("http")))
                .flatMap(service -> workloads()
                        .filter(it -> it.labels()
                                .entrySet()
                                .containsAll(Manifest.strings(service.at("/spec/selector"))
                                        .entrySet())));
    }
}
