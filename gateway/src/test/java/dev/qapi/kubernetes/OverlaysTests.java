package dev.qapi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No cluster is at hand: what can be known without one of what would be sent there. */
class OverlaysTests {

    private static final Path SPLIT = Kustomize.ROOT.resolve("overlays/split");

    static List<Path> overlays() throws IOException {
        return Kustomize.overlays();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyFieldIsOneThatKubernetesKnows(Path overlay) {
        assertThat(Kustomize.render(overlay).manifests())
                .hasSizeGreaterThan(5)
                .allSatisfy(it -> assertThatCode(it::validate).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyWorkloadKeepsEveryRule(Path overlay) {
        assertThat(Kustomize.render(overlay).workloads())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(PodRule.values()).allMatch(rule -> rule.holds(it)));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theWholeKeepsEveryRule(Path overlay) {
        var site = Kustomize.render(overlay);
        assertThat(SiteRule.values())
                .allSatisfy(rule ->
                        assertThat(rule.complaints(site)).as(rule.name()).isEmpty());
    }

    @Test
    void whoeverAsksARegisterIsServedByGatewaysOfItsOwn() {
        var site = Kustomize.render(SPLIT);
        assertThat(Asked.eservices())
                .hasSizeGreaterThan(10)
                .allSatisfy(id -> assertThat(site.whoServes("/api/v1/" + id))
                        .extracting(Manifest::role)
                        .containsExactly(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployment    | /spec/template/spec/terminationGracePeriod | 60
            Deployment    | /spec/template/spec/containers/0/securityContext/readOnlyRootFileSystem | true
            Deployment    | /spec/selector |
            NetworkPolicy | /spec/egres | []
            ConfigMap     | /dat | {}
            HTTPRoute     | /spec/rules/0/backendRef | []
            HorizontalPodAutoscaler | /spec/behavior/scaleDown/stabilisationWindowSeconds | 600
            """)
    void aFieldThatKubernetesDoesNotKnowOrMissesIsFound(String kind, String pointer, String value) {
        var broken = Kustomize.render(SPLIT).of(kind).findFirst().orElseThrow();
        Change.of(broken, pointer, value);
        assertThatThrownBy(broken::validate).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RUNS_AS_NOBODY | /securityContext/runAsNonRoot | false
            RUNS_AS_NOBODY | /securityContext/runAsUser | 0
            RUNS_AS_NOBODY | /containers/0/securityContext/runAsUser | 0
            IS_CONFINED_BY_SECCOMP | /securityContext/seccompProfile/type | "Unconfined"
            IS_CONFINED_BY_SECCOMP | /containers/0/securityContext/seccompProfile | {"type": "Unconfined"}
            CANNOT_CHANGE_ITS_PROGRAM | /containers/0/securityContext/readOnlyRootFilesystem |
            HAS_NO_CAPABILITY | /containers/0/securityContext/capabilities/drop |
            HAS_NO_CAPABILITY | /containers/0/securityContext/capabilities/add | ["NET_ADMIN"]
            GAINS_NO_PRIVILEGE | /containers/0/securityContext/allowPrivilegeEscalation |
            GAINS_NO_PRIVILEGE | /containers/0/securityContext/privileged | true
            SHARES_NOTHING_WITH_ITS_NODE | /hostNetwork | true
            SHARES_NOTHING_WITH_ITS_NODE | /containers/0/ports/0/hostPort | 8080
            HAS_NO_WORD_WITH_KUBERNETES | /automountServiceAccountToken |
            HAS_NO_WORD_WITH_KUBERNETES | /enableServiceLinks |
            WRITES_TO_BOUNDED_FOLDERS_OF_ITS_OWN | /volumes/0 | {"name": "data", "hostPath": {"path": "/data"}}
            WRITES_TO_BOUNDED_FOLDERS_OF_ITS_OWN | /volumes/0/emptyDir/sizeLimit |
            MEMORY_IS_PROMISED_AND_PROCESSOR_TIME_IS_NOT_CUT | /containers/0/resources/limits/cpu | "1"
            MEMORY_IS_PROMISED_AND_PROCESSOR_TIME_IS_NOT_CUT | /containers/0/resources/limits/memory |
            MEMORY_IS_PROMISED_AND_PROCESSOR_TIME_IS_NOT_CUT | /containers/0/resources/requests/memory | "512Mi"
            HAS_TIME_TO_START | /containers/0/startupProbe |
            SAYS_WHEN_IT_IS_READY | /containers/0/readinessProbe |
            IS_NOT_KILLED_FOR_A_HICCUP | /containers/0/livenessProbe |
            IS_NOT_KILLED_FOR_A_HICCUP | /containers/0/livenessProbe/failureThreshold |
            NAMES_ITS_IMAGE_EXACTLY | /containers/0/image | "qapi/gateway:latest"
            SPREADS_OVER_NODES_AND_ZONES | /topologySpreadConstraints/0 |
            SPREADS_OVER_NODES_AND_ZONES | /topologySpreadConstraints/1/labelSelector/matchLabels/app.kubernetes.io~1component | "all"
            """)
    void aWorkloadThatBreaksARuleIsFound(PodRule rule, String pointer, String value) {
        var broken = workload("qapi-letters");
        Change.of(broken, "/spec/template/spec" + pointer, value);
        assertThat(rule.holds(broken)).isFalse();
    }

    @Test
    void oneThatIsTakenAwayBeforeAnotherIsThereIsFound() {
        var broken = workload("qapi-letters");
        Change.of(broken, "/spec/strategy/rollingUpdate/maxUnavailable", "1");
        assertThat(PodRule.IS_ONE_OR_MANY.holds(broken)).isFalse();
    }

    private static Manifest workload(String name) {
        return Kustomize.render(SPLIT)
                .workloads()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SECRETS_ARE_REFERRED_TO | ConfigMap qapi | /data/QAPI_SECRET | "bXkgc2VjcmV0"
            SECRETS_ARE_REFERRED_TO | ConfigMap qapi | /data/MONGODB_URI | "mongodb://qapi:word@mongodb/qapi"
            SECRETS_ARE_REFERRED_TO | Deployment qapi | /spec/template/spec/containers/0/env/1 | {"name": "QAPI_SECRET", "value": "bXkgc2VjcmV0"}
            SECRETS_ARE_REFERRED_TO | ConfigMap qapi | /kind | "Secret"
            NOBODY_REACHES_ANYBODY_UNLESS_SAID | NetworkPolicy nobody | /spec/policyTypes | ["Ingress"]
            NOBODY_REACHES_ANYBODY_UNLESS_SAID | NetworkPolicy nobody | /spec/egress | [{}]
            A_WAY_IN_OR_OUT_NAMES_WHO_AND_WHERE | NetworkPolicy to-ehis | /spec/egress/0/to |
            A_WAY_IN_OR_OUT_NAMES_WHO_AND_WHERE | NetworkPolicy to-ehis | /spec/egress/0/ports |
            A_WAY_IN_OR_OUT_NAMES_WHO_AND_WHERE | NetworkPolicy from-edge | /spec/ingress/0/from |
            A_POLICY_IS_ABOUT_SOMEBODY | NetworkPolicy to-ehis | /spec/podSelector/matchLabels/app.kubernetes.io~1name | "gateway"
            WHO_ASKS_A_REGISTER_REACHES_IT | NetworkPolicy to-gpp | /spec/podSelector/matchExpressions/0/values | ["all"]
            WHO_ASKS_A_REGISTER_REACHES_IT | NetworkPolicy to-ehis | /spec/podSelector/matchLabels/app.kubernetes.io~1component | "all"
            WHO_DOES_NOT_ASK_THE_PAYMENT_PORTAL_DOES_NOT_REACH_IT | NetworkPolicy to-gpp | /spec/podSelector/matchExpressions |
            MANAGEMENT_IS_FOR_MONITORING_ALONE | NetworkPolicy from-edge | /spec/ingress/0/ports/0/port | 8081
            EVERY_SERVICE_LEADS_SOMEWHERE | Service qapi-letters | /spec/selector/app.kubernetes.io~1component | "letter"
            EVERY_SERVICE_LEADS_SOMEWHERE | Service qapi-letters | /spec/ports/0/targetPort | "web"
            EVERY_E_SERVICE_IS_SERVED | HTTPRoute qapi-roles | /spec/rules/0/backendRefs/0/name | "qapi-letters"
            EVERY_E_SERVICE_IS_SERVED | HTTPRoute qapi-roles | /spec/rules/0/backendRefs/0/port | 8081
            EVERY_E_SERVICE_IS_SERVED | HTTPRoute qapi | /spec/rules/0/matches/0/path/value | "/home"
            EVERY_PAGE_IS_SERVED | HTTPRoute qapi | /spec/rules/0/matches/0/path/value | "/api"
            EVERY_PAGE_IS_SERVED | HTTPRoute qapi-roles | /spec/rules/0/matches/0/path/value | "/restrictions"
            MANY_ARE_NEVER_TAKEN_AWAY_AT_ONCE | PodDisruptionBudget qapi-letters | /spec/maxUnavailable | "100%"
            MANY_ARE_NEVER_TAKEN_AWAY_AT_ONCE | PodDisruptionBudget qapi-letters | /spec/selector/matchLabels/app.kubernetes.io~1component | "letter"
            MANY_GROW_FAST_AND_SHRINK_SLOWLY | HorizontalPodAutoscaler qapi-letters | /spec/minReplicas | 1
            MANY_GROW_FAST_AND_SHRINK_SLOWLY | HorizontalPodAutoscaler qapi-letters | /spec/behavior/scaleDown |
            MANY_GROW_FAST_AND_SHRINK_SLOWLY | HorizontalPodAutoscaler qapi-letters | /spec/scaleTargetRef/name | "qapi"
            MANY_GROW_FAST_AND_SHRINK_SLOWLY | Deployment qapi-letters | /spec/replicas | 2
            WHAT_IS_PROBED_HOLDS_NO_STORE | Deployment qapi-letters | /spec/template/spec/containers/0/livenessProbe/httpGet/path | "/actuator/health"
            WHAT_IS_PROBED_HOLDS_NO_STORE | Deployment qapi-letters | /spec/template/spec/containers/0/readinessProbe/httpGet/path | "/actuator/health"
            WHO_IS_BEING_ANSWERED_IS_ANSWERED | Deployment qapi-letters | /spec/template/spec/terminationGracePeriodSeconds | 30
            WHO_IS_BEING_ANSWERED_IS_ANSWERED | Deployment qapi-letters | /spec/template/spec/containers/0/lifecycle |
            EVERY_SETTING_IS_DOCUMENTED | ConfigMap qapi | /data/QAPI_EHIS_ADDRESS | "https://ehis.example"
            """)
    void aWholeThatBreaksARuleIsFound(SiteRule rule, String manifest, String pointer, String value) {
        var site = Kustomize.render(SPLIT);
        assertThat(rule.complaints(site)).isEmpty();
        Change.of(site.named(manifest), pointer, value);
        assertThat(rule.complaints(site)).isNotEmpty();
    }

    @Test
    void everyRuleIsBrokenOnce() {
        var broken = Stream.of(OverlaysTests.class.getDeclaredMethods())
                .filter(it -> it.isAnnotationPresent(CsvSource.class))
                .map(it -> it.getAnnotation(CsvSource.class).textBlock())
                .toList()
                .toString();
        assertThat(Stream.of(PodRule.values())
                        .filter(it -> it != PodRule.IS_ONE_OR_MANY)
                        .map(Enum::name))
                .allMatch(broken::contains);
        assertThat(Stream.of(SiteRule.values()).map(Enum::name)).allMatch(broken::contains);
    }
}
