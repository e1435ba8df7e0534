package dev.qapi.mock.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "Əliyev,ELIYEV",
        "Göyüşov,GOEYUESOV",
        "Çələbiyev,CELEBIYEV",
        "Ağayev,AGAYEV",
        "İsmayılov,ISMAYILOV",
        "ılıi,ILII",
        "Öztürk,OEZTUERK",
        "Şükrü,SUEKRUE",
        "Щербаков,SHCHERBAKOV",
        "Цветков,TSVETKOV",
        "Юрий,IURII",
        "Фёдор,FEDOR",
        "Жуков,ZHUKOV",
        "Любовь,LIUBOV",
        "Ксения,KSENIIA",
        "Хасан,KHASAN"
    })
    void aNameIsSpelledAsInTheMachineReadableZone(String name, String latin) {
        assertThat(Spelling.icao(name)).isEqualTo(latin);
        assertThat(Spelling.icao(name.toUpperCase(Locale.ROOT))).isEqualTo(latin);
    }

    @Test
    void nobodysNameHasAnotherLetter() {
        var country = new Country(11, 5_000, 0);
        assertThat(IntStream.range(0, country.size()).mapToObj(country::person))
                .allMatch(it -> (it.surname() + ' ' + it.given()).matches("[A-Z ]+"));
    }
}
