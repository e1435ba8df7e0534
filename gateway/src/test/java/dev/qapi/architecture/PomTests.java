package dev.qapi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The first wall is the class path: what a module does not see at compile time needs no rule. */
class PomTests {

    @Test
    void theGatewayMeetsSlicesAndSimulationAtRunTimeOnly() throws Exception {
        assertThat(ours("gateway"))
                .isEqualTo(Map.of("contracts", "compile", "services", "runtime", "mock-egov", "runtime"));
    }

    @Test
    void allElseKnowsTheContractsOnly() throws Exception {
        assertThat(ours("services")).isEqualTo(Map.of("contracts", "compile"));
        assertThat(ours("mock-egov")).isEqualTo(Map.of("contracts", "compile"));
        assertThat(ours("contracts")).isEmpty();
    }

    @Test
    void aSliceHasNothingElseOnItsClassPath() throws Exception {
        assertThat(dependencies("services", ""))
                .allSatisfy((artifact, scope) -> assertThat(artifact.equals("contracts") ? "test" : scope)
                        .isEqualTo("test"));
    }

    private static Map<String, String> ours(String module) throws Exception {
        return dependencies(module, "dev.qapi");
    }

    /** By artifact, with scope. */
    private static Map<String, String> dependencies(String module, String group) throws Exception {
        var pom = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Sources.ROOT.resolve(module).resolve("pom.xml").toFile());
        var found = new TreeMap<String, String>();
        var all = pom.getElementsByTagName("dependency");
        for (var i = 0; i < all.getLength(); i++) {
            var dependency = (Element) all.item(i);
            if (text(dependency, "groupId").startsWith(group)) {
                var scope = text(dependency, "scope");
                found.put(text(dependency, "artifactId"), scope.isEmpty() ? "compile" : scope);
            }
        }
        return found;
    }

    private static String text(Element element, String name) {
        var child = element.getElementsByTagName(name);
        return child.getLength() == 0 ? "" : child.item(0).getTextContent();
    }
}
