package dev.qapi.services.payments;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.Identifier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service costs, for nobody in particular.
 *
 * @param length days of a stay, months of a permit
 * @param workingDays within which it is to be decided
 * @param day on which it is applied for; today unless said
 */
record FeeInquiry(
        Service service,
        @Nullable Age age,
        @Nullable Integer length,
        @Nullable Integer workingDays,
        @Nullable LocalDate day)
        implements Inquiry {

    @Override
    public List<Identifier> subject() {
        return List.of();
    }

    boolean isForAMinor() {
        return age == Age.MINOR;
    }

    enum Age {
        ADULT,
        MINOR
    }

    enum Service {
        STAY_EXTENSION("EXT"),
        TEMPORARY_RESIDENCE("TRP"),
        WORK_PERMIT("WP"),
        LOST_CARD("CARD"),
        STAY_REGISTRATION("REGISTRATION"),
        FOREIGN_CITIZENSHIP_NOTICE("FOREIGN_CITIZENSHIP");

        private final String tariff;

        Service(String tariff) {
            this.tariff = tariff;
        }

        /** Its name in the table. */
        String tariff() {
            return tariff;
        }
    }
}
