package dev.qapi.mock.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Manat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cell of the fee tables, and that there is none beside them. */
class TariffTest {

    private static final Tariff TARIFF = Setting.read().tariff();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXT | false | 1  | 30 60               | 50 100
            EXT | false | 3  | 30 60               | 30 60
            EXT | true  | 1  | 30 60               | 30 60
            EXT | true  | 3  | 30 60               | 15 30
            TRP | false | 15 | 3 6 12 18 24 30 36  | 40 80 160 240 320 400 480
            TRP | false | 20 | 3 6 12 18 24 30 36  | 30 60 120 180 240 300 360
            TRP | true  | 15 | 3 6 12 18 24 30 36  | 25 50 100 150 200 250 300
            TRP | true  | 20 | 3 6 12 18 24 30 36  | 15 30 60 90 120 150 180
            WP  | false | 10 | 3 6 12              | 700 900 1400
            WP  | false | 15 | 3 6 12              | 500 700 1200
            WP  | false | 20 | 3 6 12              | 350 600 1000
            """)
    void eachLengthCostsWhatTheTableSays(String kind, boolean minor, int days, String lengths, String amounts) {
        var upTo = numbers(lengths);
        var costs = numbers(amounts);
        for (var i = 0; i < upTo.length; i++) {
            var cost = Manat.of(costs[i] + ".00");
            assertThat(TARIFF.of(kind, minor, days, upTo[i])).contains(cost);
            assertThat(TARIFF.of(kind, minor, days, i == 0 ? 1 : upTo[i - 1] + 1))
                    .contains(cost);
        }
        assertThat(TARIFF.of(kind, minor, days, upTo[upTo.length - 1] + 1)).isEmpty();
        assertThat(TARIFF.of(kind, minor, days + 1, upTo[0])).isEmpty();
    }

    private static int[] numbers(String list) {
        return Stream.of(list.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
