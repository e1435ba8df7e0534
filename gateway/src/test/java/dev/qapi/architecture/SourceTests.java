package dev.qapi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is seen in the sources only. */
class SourceTests {

    @Test
    void everyPublicTypeAndMethodSaysWhatItIsFor() throws IOException {
        assertThat(Undocumented.in(Sources.main(".java"))).isEmpty();
    }

    @Test
    void onesThatSayNothingAreFound() throws IOException {
        assertThat(Undocumented.in("""
                public class Silent {
                    public void act() {}
                    /** Says so. */ public void tell() {}
                    void hidden() {}
                    @Override public String toString() { return ""; }
                    public interface Promise { void kept(); private void broken() {} }
                }
                class Own { public void anything() {} }
                """))
                .extracting(name -> name.substring(name.indexOf(": ") + 2))
                .containsExactly("Promise", "Silent", "act()", "kept()");
    }

    @Test
    void nobodySilencesTheNullChecker() {
        assertThat(Sources.main(".java"))
                .isNotEmpty()
                .noneMatch(file -> Sources.text(file).contains("\"NullAway"))
                .noneMatch(file -> Sources.text(file).contains("@NullUnmarked"));
    }

    @Test
    void everyPackageIsCheckedForNulls() {
        var packages =
                Sources.main(".java").stream().map(file -> file.getParent()).distinct();
        assertThat(packages.filter(folder -> !folder.endsWith("dev/qapi/gateway")))
                .allSatisfy(folder -> assertThat(Sources.text(folder.resolve("package-info.java")))
                        .contains("NullMarked\n"));
    }

    @Test
    void noTemplatePrintsATextAsMarkup() {
        assertThat(Sources.main(".html"))
                .isNotEmpty()
                .noneMatch(page -> Sources.text(page).contains("utext"))
                .noneMatch(page -> Sources.text(page).contains("[("));
    }
}
