package dev.qapi.kubernetes;

import dev.qapi.contract.Contract;
import dev.qapi.eservice.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What holds for all that stands beside the workloads, and of how the two go together. */
enum SiteRule {
    SECRETS_ARE_REFERRED_TO(site -> Stream.concat(
            site.of("Secret").map(Manifest::toString),
            Stream.concat(
                            literals(site),
                            site.of("ConfigMap").flatMap(it -> Manifest.strings(it.at("/data")).entrySet().stream()))
                    .filter(SiteRule::isSecret)
                    .map(Map.Entry::getKey))),
    NOBODY_REACHES_ANYBODY_UNLESS_SAID(site -> unless(
            site.of("NetworkPolicy")
                    .anyMatch(it -> it.at("/spec")
                            .toString()
                            .equals("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}")),
            "no policy denies everything")),
    A_WAY_IN_OR_OUT_NAMES_WHO_AND_WHERE(site -> site.of("NetworkPolicy")
            .filter(it -> !ways(it).allMatch(way -> !way.path("ports").isEmpty()
                    && (!way.path("from").isEmpty() || !way.path("to").isEmpty())))
            .map(Manifest::toString)),
    A_POLICY_IS_ABOUT_SOMEBODY(site -> site.of("NetworkPolicy")
            .filter(it -> site.workloads().noneMatch(workload -> workload.isMeantBy(it.at("/spec/podSelector"))))
            .map(Manifest::toString)),
    WHO_ASKS_A_REGISTER_REACHES_IT(site -> site.gateways()
            .filter(it -> site.settings("qapi").get("QAPI_SANDBOX") == null)
            .flatMap(it -> Asked.by(it.role()).stream()
                    .flatMap(register -> Asked.over(register))
                    .distinct()
                    .filter(way -> site.policiesOf(it, "Egress")
                            .noneMatch(policy -> policy.name().equals(way)))
                    .map(way -> it + " has no " + way))),
    WHO_DOES_NOT_ASK_THE_PAYMENT_PORTAL_DOES_NOT_REACH_IT(site -> site.gateways()
            .filter(it -> !Asked.by(it.role()).contains(Register.GPP))
            .filter(it -> site.policiesOf(it, "Egress")
                    .anyMatch(policy -> policy.name().equals("to-gpp")))
            .map(Manifest::toString)),
    MANAGEMENT_IS_FOR_MONITORING_ALONE(site -> site.of("NetworkPolicy")
            .filter(it -> ways(it).anyMatch(way -> way.path("ports")
                    .valueStream()
                    .anyMatch(port -> port.path("port").asInt(0) == 8081)))
            .filter(it -> !it.at("/spec/ingress/0/from").toString().contains("\"monitoring\""))
            .map(Manifest::toString)),
    EVERY_SERVICE_LEADS_SOMEWHERE(site -> site.of("Service")
            .filter(it -> site.workloads().noneMatch(workload -> leadsTo(it, workload)))
            .map(Manifest::toString)),
    EVERY_E_SERVICE_IS_SERVED(site -> Contract.all().stream()
            .map(Contract::id)
            .filter(id ->
                    hasEdge(site) && !Set.of(Set.of(id), Set.of("all")).contains(roles(site, "/api/v1/" + id + "/x")))),
    EVERY_PAGE_IS_SERVED(site -> Stream.of("/", "/restrictions", "/account/session", "/assets/qapi.css")
            .filter(path -> hasEdge(site) && !roles(site, path).equals(Set.of("all")))),
    MANY_ARE_NEVER_TAKEN_AWAY_AT_ONCE(site -> scaled(site)
            .filter(it -> site.of("PodDisruptionBudget")
                            .filter(budget -> it.isMeantBy(budget.at("/spec/selector")))
                            .filter(budget -> budget.at("/spec/maxUnavailable").asInt(0) == 1)
                            .count()
                    != 1)
            .map(Manifest::toString)),
    MANY_GROW_FAST_AND_SHRINK_SLOWLY(site -> scaled(site)
            .filter(it -> site.of("HorizontalPodAutoscaler")
                            .filter(scaler -> scales(scaler, it))
                            .count()
                    != 1)
            .map(Manifest::toString)),
    WHAT_IS_PROBED_HOLDS_NO_STORE(site -> site.gateways()
            .filter(it -> !asks(it, "startupProbe", "liveness")
                    || !asks(it, "livenessProbe", "liveness")
                    || !asks(it, "readinessProbe", "readiness"))
            .map(Manifest::toString)),
    WHO_IS_BEING_ANSWERED_IS_ANSWERED(site -> site.gateways()
            .filter(it -> pause(it) < 5
                    || it.pod().path("terminationGracePeriodSeconds").asInt(30) < pause(it) + Shutdown.SECONDS)
            .map(Manifest::toString)),
    EVERY_SETTING_IS_DOCUMENTED(site -> Stream.concat(literals(site), site.settings("qapi").entrySet().stream())
            .map(Map.Entry::getKey)
            .filter(Predicate.not(Documented::holds)));

    private final Function<Rendered, Stream<String>> complaints;

    SiteRule(Function<Rendered, Stream<String>> complaints) {
        this.complaints = complaints;
    }

    List<String> complaints(Rendered site) {
        return complaints.apply(site).toList();
    }

    private static Stream<String> unless(boolean holds, String complaint) {
        return holds ? Stream.of() : Stream.of(complaint);
    }

    private static Stream<Map.Entry<String, String>> literals(Rendered site) {
        return site.workloads()
                .flatMap(it -> it.containers().stream())
                .flatMap(it -> it.path("env").valueStream())
                .filter(it -> it.has("value"))
                .map(it ->
                        Map.entry(it.get("name").stringValue(), it.get("value").stringValue()));
    }

    private static boolean isSecret(Map.Entry<String, String> setting) {
        return setting.getKey().matches(".*(SECRET|PASSWORD|TOKEN|CREDENTIAL|PRIVATE).*")
                || setting.getValue().matches(".*://[^/]*@.*");
    }

    private static Stream<JsonNode> ways(Manifest policy) {
        return Stream.of("ingress", "egress")
                .flatMap(it -> policy.at("/spec").path(it).valueStream());
    }

    private static boolean leadsTo(Manifest service, Manifest workload) {
        var doors = workload.containers().stream()
                .flatMap(it -> it.path("ports").valueStream())
                .map(it -> it.path("name"))
                .toList();
        return workload.labels()
                        .entrySet()
                        .containsAll(
                                Manifest.strings(service.at("/spec/selector")).entrySet())
                && service.at("/spec/ports").valueStream().allMatch(it -> doors.contains(it.path("targetPort")));
    }

    private static boolean hasEdge(Rendered site) {
        return site.of("HTTPRoute").findAny().isPresent();
    }

    private static Set<String> roles(Rendered site, String path) {
        return site.whoServes(path).map(Manifest::role).collect(Collectors.toSet());
    }

    private static Stream<Manifest> scaled(Rendered site) {
        return site.workloads().filter(it -> !it.isSingle());
    }

    private static boolean scales(Manifest scaler, Manifest workload) {
        var shrinking = scaler.at("/spec/behavior/scaleDown");
        return scaler.at("/spec/scaleTargetRef/name").asString("").equals(workload.name())
                && scaler.at("/spec/scaleTargetRef/kind").asString("").equals(workload.kind())
                && scaler.at("/spec/minReplicas").asInt(1) >= 2
                && !workload.at("/spec").has("replicas")
                && scaler.at("/spec/behavior/scaleUp/stabilizationWindowSeconds")
                                .asInt(0)
                        == 0
                && shrinking.path("stabilizationWindowSeconds").asInt(0) >= 300
                && shrinking
                        .path("policies")
                        .valueStream()
                        .allMatch(it -> "Pods".equals(it.path("type").asString(""))
                                && it.path("value").asInt(9) == 1);
    }

    private static boolean asks(Manifest gateway, String probe, String group) {
        return gateway.containers().stream()
                .map(it -> it.path(probe).path("httpGet"))
                .allMatch(it -> it.path("path").asString("").equals("/actuator/health/" + group)
                        && it.path("port").asString("").equals("management"));
    }

    private static int pause(Manifest gateway) {
        return gateway.containers()
                .getFirst()
                .at("/lifecycle/preStop/sleep/seconds")
                .asInt(0);
    }
}
