package dev.qapi.mock.population;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The Latin letters of a machine-readable zone: ICAO Doc 9303-3, section 6, tables A and B. */
final class Spelling {

    private static final Map<Integer, String> LETTERS = letters(
            "Ə=E Ğ=G İ=I ı=I Ö=OE Ü=UE Ş=S Ç=C А=A Б=B В=V Г=G Д=D Е=E Ё=E Ж=ZH З=Z И=I Й=I К=K Л=L М=M Н=N О=O П=P Р=R "
                    + "С=S Т=T У=U Ф=F Х=KH Ц=TS Ч=CH Ш=SH Щ=SHCH Ъ=IE Ы=Y Ь= Э=E Ю=IU Я=IA Қ=Q Ә=A Ғ=GH Ң=N Ө=O Ұ=U Ү=U");

    private Spelling() {}

    private static Map<Integer, String> letters(String table) {
        return java.util.Arrays.stream(table.split(" "))
                .collect(Collectors.toUnmodifiableMap(it -> it.codePointAt(0), it -> it.substring(2)));
    }

    static String icao(String name) {
        return name.toUpperCase(Locale.ROOT)
                .codePoints()
                .mapToObj(letter -> LETTERS.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
    }
}
