package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** No cluster is at hand: what can be known about the manifests without one. */
class ManifestsTest {

    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    @Test
    void everyFieldIsOneThatKubernetesKnows() throws IOException {
        var manifests = Manifests.MOCK_EGOV.files().stream()
                .flatMap(Manifests::documents)
                .filter(it -> !"Kustomization".equals(it.get("kind")))
                .toList();
        assertThat(manifests)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(it -> assertThatCode(() -> Manifests.validate(it)).doesNotThrowAnyException());
    }

    @Test
    void oneThatItDoesNotKnowIsFound() {
        Map<String, Object> misspelt =
                Map.of("kind", "Deployment", "spec", specOf(Map.of("readOnlyRootFileSystem", true)));
        Map<String, Object> right =
                Map.of("kind", "Deployment", "spec", specOf(Map.of("readOnlyRootFilesystem", true)));
        assertThatThrownBy(() -> Manifests.validate(misspelt))
                .rootCause()
                .hasMessageContaining("readOnlyRootFileSystem");
        assertThatCode(() -> Manifests.validate(right)).doesNotThrowAnyException();
    }

    private static Map<String, Object> specOf(Map<String, Object> securityContext) {
        var container = Map.of("name", "any", "securityContext", securityContext);
        return Map.of("selector", Map.of(), "template", Map.of("spec", Map.of("containers", List.of(container))));
    }

    @Test
    void theKustomizationNamesEveryFile() throws IOException {
        var named = new ArrayList<>(List.of("kustomization.yaml"));
        Manifests.MOCK_EGOV.of("Kustomization").get("resources").forEach(it -> named.add(it.stringValue()));
        assertThat(Manifests.MOCK_EGOV.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @CsvSource({
        POD + "/securityContext/runAsNonRoot, true",
        POD + "/securityContext/seccompProfile/type, RuntimeDefault",
        POD + "/automountServiceAccountToken, false",
        CONTAINER + "/securityContext/allowPrivilegeEscalation, false",
        CONTAINER + "/securityContext/privileged, false",
        CONTAINER + "/securityContext/readOnlyRootFilesystem, true",
        CONTAINER + "/securityContext/capabilities/drop/0, ALL",
        "/spec/strategy/type, Recreate",
        "/spec/replicas, 1"
    })
    void thePodMayDoNothingItNeedNotDo(String pointer, String value) throws IOException {
        assertThat(deployment().at(pointer).asString()).isEqualTo(value);
    }

    @Test
    void itWritesToFoldersOfItsOwnOnly() throws IOException {
        assertThat(deployment().at(POD + "/volumes")).isNotEmpty().allMatch(it -> it.has("emptyDir"));
        assertThat(deployment().at(CONTAINER + "/volumeMounts"))
                .extracting(it -> it.get("mountPath").stringValue())
                .containsExactlyInAnyOrder("/tmp", "/deeds");
        assertThat(settings().get("QAPI_MOCK_DEEDS").stringValue()).startsWith("/deeds/");
    }

    @Test
    void memoryIsPromisedAndProcessorTimeIsNotCut() throws IOException {
        var resources = deployment().at(CONTAINER + "/resources");
        assertThat(resources.at("/limits/memory").stringValue())
                .isEqualTo(resources.at("/requests/memory").stringValue());
        assertThat(resources.get("limits").has("cpu")).isFalse();
    }

    @Test
    void onlyItsNamespaceReachesItAndItReachesNobody() throws IOException {
        var policy = Manifests.MOCK_EGOV.of("NetworkPolicy").get("spec");
        assertThat(policy.at("/podSelector/matchLabels")).isEqualTo(deployment().at("/spec/selector/matchLabels"));
        assertThat(policy.get("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
        assertThat(policy.get("egress")).isEmpty();
        assertThat(policy.get("ingress"))
                .singleElement()
                .satisfies(it -> assertThat(it.get("from").toString()).isEqualTo("[{\"podSelector\":{}}]"));
    }

    private static JsonNode deployment() throws IOException {
        return Manifests.MOCK_EGOV.of("Deployment");
    }

    private static JsonNode settings() throws IOException {
        return Manifests.MOCK_EGOV.of("ConfigMap").get("data");
    }
}
