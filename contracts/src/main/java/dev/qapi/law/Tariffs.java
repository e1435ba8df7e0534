package dev.qapi.law;

import dev.qapi.contract.Node;
import dev.qapi.eservice.Manat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** State fees by version of the law, the oldest first: dated data, since what is due is due by the law of its day. */
public record Tariffs(List<Version> versions) {

    /** All that we know: {@code contracts/law/tariffs.yaml}. */
    public static Tariffs read() {
        var law = Node.read(new ClassPathResource("contracts/law/tariffs.yaml"));
        return new Tariffs(law.get("versions").items().stream().map(Version::of).toList());
    }

    /** The one in force on that day; none for a day before the first that we know. */
    public Optional<Version> on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.inForceFrom().isAfter(day))
                .max(Comparator.comparing(Version::inForceFrom));
    }

    /** What a fee is for, with its name in the table. */
    public enum Service {
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
    }

    /** Whose fee it is. */
    public enum Age {
        ADULT,
        MINOR
    }

    /** @param inForceFrom its first day; the last one is that before the next version's first */
    public record Version(String version, LocalDate inForceFrom, String clause, List<Row> rows) {

        private static Version of(Node node) {
            return new Version(
                    node.get("id").text(),
                    LocalDate.parse(node.get("from").text()),
                    node.get("clause").text(),
                    Arrays.stream(Service.values())
                            .flatMap(service -> Row.of(service, node.get("fees").get(service.tariff)))
                            .toList());
        }

        /**
         * The amount of the shortest length that is long enough; none if the law has none for that.
         *
         * @param length days of a stay, months of a permit; where it matters
         * @param workingDays within which it is to be decided; where it matters
         */
        public Optional<Manat> amount(
                Service service, boolean minor, @Nullable Integer length, @Nullable Integer workingDays) {
            return rows.stream()
                    .filter(row -> row.isFor(service, minor, length, workingDays))
                    .min(Comparator.comparing(row -> row.upTo() == null ? 0 : row.upTo()))
                    .map(Row::amount);
        }
    }

    /**
     * @param age absent if it does not matter
     * @param upTo which length; with unit and speed absent if there is one fee whatever they are
     */
    public record Row(
            Service service,
            @Nullable Age age,
            @Nullable Integer workingDays,
            @Nullable Integer upTo,
            @Nullable Unit unit,
            Manat amount) {

        private static Stream<Row> of(Service service, Node fees) {
            return fees.get("once").isPresent()
                    ? Stream.of(new Row(service, null, null, null, null, azn(fees.get("once"))))
                    : Stream.of(Age.ADULT, Age.MINOR).flatMap(age -> of(service, age, fees));
        }

        private static Stream<Row> of(Service service, Age age, Node fees) {
            var unit = Unit.valueOf(fees.get("unit").text());
            var told = fees.get("minor").isPresent() ? age : null;
            return fees.get(age == Age.MINOR ? "minor" : "adult")
                    .entries()
                    .flatMap(speed -> speed.getValue()
                            .entries()
                            .map(row -> new Row(
                                    service,
                                    told,
                                    Integer.valueOf(speed.getKey()),
                                    Integer.valueOf(row.getKey()),
                                    unit,
                                    azn(row.getValue()))));
        }

        private static Manat azn(Node amount) {
            return new Manat(new BigDecimal(amount.text()).setScale(2));
        }

        private boolean isFor(Service asked, boolean minor, @Nullable Integer length, @Nullable Integer speed) {
            return service == asked
                    && (age == null || (age == Age.MINOR) == minor)
                    && (workingDays == null || workingDays.equals(speed))
                    && (upTo == null || length != null && length > 0 && length <= upTo);
        }
    }

    /** Of a length. */
    public enum Unit {
        DAYS,
        MONTHS
    }
}
