package dev.qapi.mock.population;

import dev.qapi.eservice.Manat;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.population.CasePlanner.Wish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applications that somebody files while the country runs; they are examined like everybody's. */
public final class Filing {

    private final Setting setting;
    private final CasePlanner planner;

    Filing(Setting setting) {
        this.setting = setting;
        this.planner = new CasePlanner(setting);
    }

    /**
     * What was filed.
     *
     * @param sequence numbers what was filed, from 1 on
     * @param length in days for an extension of stay, in months for a permit
     */
    public record Filed(
            int sequence,
            Instant at,
            String kind,
            int workingDays,
            int length,
            boolean minor,
            @Nullable String employer,
            @Nullable String occupation) {

        /** The same under a number. */
        public Filed numbered(int other) {
            return new Filed(other, at, kind, workingDays, length, minor, employer, occupation);
        }

        /** Known from the beginning, told once there is something to pay. */
        public RegisterNumber paymentNumber() {
            return RegisterNumber.of("8299" + digits() + '0');
        }

        /** Seven digits above all that is made up. */
        private String digits() {
            return "%07d".formatted(Numbers.PLACES + sequence);
        }
    }

    /** Whether one may ask for that long and that fast; where nothing is to be paid, one always may. */
    public boolean isInTariff(Filed filed) {
        return isFree(filed.kind()) || fee(filed).isPresent();
    }

    private static boolean isFree(String kind) {
        return kind.equals("CIT") || kind.equals("PRP");
    }

    private Optional<Manat> fee(Filed filed) {
        return setting.tariff().of(filed.kind(), filed.minor(), filed.workingDays(), filed.length());
    }

    /** Its whole life, the same whenever it is asked for. */
    public Case plan(Filed filed) {
        var day = Baku.day(filed.at());
        var until = filed.kind().equals("EXT") ? day.plusDays(filed.length()) : day.plusMonths(filed.length());
        var digits = filed.digits();
        return planner.filed(
                new Wish(
                        ApplicationNumber.of("MR-" + day.getYear() + '-' + digits),
                        filed.kind(),
                        day,
                        filed.workingDays(),
                        fee(filed),
                        until,
                        digits,
                        filed.paymentNumber(),
                        RegisterNumber.of("F" + digits.substring(2)),
                        filed.employer(),
                        filed.occupation()),
                filed.at());
    }

    /** Some working days after a day: when an answer is due. */
    public LocalDate due(Instant from, int workingDays) {
        return setting.calendar().after(Baku.day(from), workingDays);
    }
}
