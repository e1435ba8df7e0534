package dev.qapi.gateway.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.identifier.Identifier;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every value: the few that a table could list are not where hashes collide. */
class CryptoTests {

    private static final Pepper PEPPER = pepper(1);
    private static final Pepper OTHER = pepper(2);

    private static Pepper pepper(int secret) {
        var bytes = new byte[32];
        bytes[0] = (byte) secret;
        return new Pepper(Base64.getEncoder().encodeToString(bytes));
    }

    private static final class Text extends Identifier {
        Text(String value) {
            super(value);
        }
    }

    /** Few letters, so that parts often meet: separators, digits that could be lengths, nothing at all. */
    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.strings()
                .withChars('a', ':', '|', ',', '\0', '\1', '"')
                .ofMaxLength(3)
                .list()
                .ofMaxSize(4);
    }

    private static byte[] tuple(List<String> parts) {
        return Tuple.of(parts.stream().map(Tuple::utf8).toArray(byte[][]::new));
    }

    private static List<Text> subject(List<String> parts) {
        return parts.stream().map(Text::new).toList();
    }

    @Property
    void differentTuplesNeverLookTheSame(@ForAll("parts") List<String> one, @ForAll("parts") List<String> other) {
        var same = one.equals(other);
        assertThat(Arrays.equals(tuple(one), tuple(other))).isEqualTo(same);
        assertThat(PEPPER.slot("k", tuple(one))
                        .place()
                        .equals(PEPPER.slot("k", tuple(other)).place()))
                .isEqualTo(same);
        assertThat(PEPPER.name("p", subject(one)).equals(PEPPER.name("p", subject(other))))
                .isEqualTo(same);
    }

    @Property
    void whatIsKeptAndWhatWasAskedDoNotRunIntoEachOther(@ForAll("parts") @Size(4) List<String> four) {
        var one = PEPPER.slot(four.get(0), Tuple.utf8(four.get(1))).place();
        var other = PEPPER.slot(four.get(2), Tuple.utf8(four.get(3))).place();
        assertThat(one.equals(other)).isEqualTo(four.subList(0, 2).equals(four.subList(2, 4)));
    }

    @Property
    void aNameIsStableAndDiffersByPurposeAndSecret(@ForAll("parts") List<String> parts) {
        var name = PEPPER.name("audit", subject(parts));
        assertThat(name).matches("[0-9a-f]{64}").isEqualTo(pepper(1).name("audit", subject(parts)));
        assertThat(name)
                .isNotEqualTo(PEPPER.name("limits", subject(parts)))
                .isNotEqualTo(OTHER.name("audit", subject(parts)));
    }

    @Property
    void aPlaceIsStableAndDiffersByKindAndSecret(@ForAll byte[] question) {
        var place = PEPPER.slot("a", question).place();
        assertThat(place)
                .matches("[A-Za-z0-9_-]{43}")
                .isEqualTo(pepper(1).slot("a", question).place());
        assertThat(place)
                .isNotEqualTo(PEPPER.slot("b", question).place())
                .isNotEqualTo(OTHER.slot("a", question).place());
    }

    @Property
    void onlyItsOwnSlotOpensAValue(@ForAll byte[] value, @ForAll byte[] question) {
        var sealed = PEPPER.slot("a", question).seal(value);
        assertThat(pepper(1).slot("a", question).open(sealed))
                .hasValueSatisfying(open -> assertThat(open).isEqualTo(value));
        assertThat(PEPPER.slot("b", question).open(sealed)).isEmpty();
        assertThat(PEPPER.slot("a", Tuple.of(question)).open(sealed)).isEmpty();
        assertThat(OTHER.slot("a", question).open(sealed)).isEmpty();
    }

    @Property
    void noBitOfAValueCanBeChanged(@ForAll byte[] value, @ForAll @IntRange(min = 0, max = 1 << 16) int bit) {
        var slot = PEPPER.slot("a", new byte[0]);
        var sealed = slot.seal(value);
        var at = bit % (sealed.length * 8);
        sealed[at / 8] ^= (byte) (1 << at % 8);
        assertThat(slot.open(sealed)).isEmpty();
    }

    @Property
    void noPartOfAValueIsOne(@ForAll byte[] value, @ForAll @IntRange(min = 0, max = 1 << 16) int length) {
        var slot = PEPPER.slot("a", new byte[0]);
        var sealed = slot.seal(value);
        assertThat(slot.open(Arrays.copyOf(sealed, length % sealed.length))).isEmpty();
        assertThat(slot.open(Arrays.copyOf(sealed, sealed.length + 1))).isEmpty();
    }

    @Property
    void twoSealsOfOneValueDiffer(@ForAll byte[] value) {
        var slot = PEPPER.slot("a", new byte[0]);
        assertThat(slot.seal(value)).isNotEqualTo(slot.seal(value));
    }
}
