package dev.qapi.kubernetes;

import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What holds for every workload. */
enum PodRule {
    RUNS_AS_NOBODY(it -> it.pod().at("/securityContext/runAsNonRoot").asBoolean(false)
            && it.pod().at("/securityContext/runAsUser").asInt(0) > 0
            && it.containers().stream()
                    .noneMatch(container -> context(container).has("runAsUser"))),
    IS_CONFINED_BY_SECCOMP(it -> "RuntimeDefault".equals(text(it.pod(), "/securityContext/seccompProfile/type"))
            && it.containers().stream()
                    .noneMatch(container -> context(container).has("seccompProfile"))),
    CANNOT_CHANGE_ITS_PROGRAM(
            inEach(it -> context(it).path("readOnlyRootFilesystem").asBoolean(false))),
    HAS_NO_CAPABILITY(
            inEach(it -> "[\"ALL\"]".equals(context(it).at("/capabilities/drop").toString())
                    && !context(it).path("capabilities").has("add"))),
    GAINS_NO_PRIVILEGE(
            inEach(it -> !context(it).path("allowPrivilegeEscalation").asBoolean(true)
                    && !context(it).path("privileged").asBoolean(true))),
    SHARES_NOTHING_WITH_ITS_NODE(
            it -> Stream.of("hostNetwork", "hostPID", "hostIPC").noneMatch(it.pod()::has)
                    && it.containers().stream()
                            .flatMap(container -> container.path("ports").valueStream())
                            .noneMatch(port -> port.has("hostPort"))),
    HAS_NO_WORD_WITH_KUBERNETES(
            it -> !it.pod().path("automountServiceAccountToken").asBoolean(true)
                    && !it.pod().path("enableServiceLinks").asBoolean(true)),
    WRITES_TO_BOUNDED_FOLDERS_OF_ITS_OWN(it -> it.pod()
            .path("volumes")
            .valueStream()
            .allMatch(volume -> volume.at("/emptyDir").has("sizeLimit"))),
    MEMORY_IS_PROMISED_AND_PROCESSOR_TIME_IS_NOT_CUT(
            inEach(it -> it.at("/resources/requests").has("cpu")
                    && it.at("/resources/requests").has("memory")
                    && it.at("/resources/limits/memory").equals(it.at("/resources/requests/memory"))
                    && !it.at("/resources/limits").has("cpu"))),
    HAS_TIME_TO_START(inEach(it -> seconds(it, "startupProbe") >= 30)),
    SAYS_WHEN_IT_IS_READY(inEach(it -> it.has("readinessProbe"))),
    IS_NOT_KILLED_FOR_A_HICCUP(inEach(it -> seconds(it, "livenessProbe") >= 60)),
    NAMES_ITS_IMAGE_EXACTLY(inEach(it -> text(it, "/image").matches("[^:@]+(:(?!latest$)[\\w.-]+|@sha256:\\w{64})"))),
    IS_ONE_OR_MANY(it -> it.isSingle() || "0".equals(text(it.json(), "/spec/strategy/rollingUpdate/maxUnavailable"))),
    SPREADS_OVER_NODES_AND_ZONES(it -> it.isSingle()
            || Stream.of("kubernetes.io/hostname", "topology.kubernetes.io/zone")
                    .allMatch(key -> spreads(it, key)));

    private final Predicate<Manifest> holds;

    PodRule(Predicate<Manifest> holds) {
        this.holds = holds;
    }

    boolean holds(Manifest workload) {
        return holds.test(workload);
    }

    private static Predicate<Manifest> inEach(Predicate<JsonNode> container) {
        return it -> !it.containers().isEmpty() && it.containers().stream().allMatch(container);
    }

    private static JsonNode context(JsonNode container) {
        return container.path("securityContext");
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString("");
    }

    /** How long it may fail before something is done about it. */
    private static int seconds(JsonNode container, String probe) {
        var asked = container.path(probe);
        return asked.path("periodSeconds").asInt(10)
                * asked.path("failureThreshold").asInt(3)
                * (asked.isMissingNode() ? 0 : 1);
    }

    private static boolean spreads(Manifest workload, String key) {
        return workload.pod()
                .path("topologySpreadConstraints")
                .valueStream()
                .filter(it -> it.path("topologyKey").asString("").equals(key))
                .anyMatch(it -> workload.isMeantBy(it.path("labelSelector"))
                        && it.at("/labelSelector/matchLabels").equals(workload.at("/spec/selector/matchLabels")));
    }
}
