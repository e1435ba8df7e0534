package dev.qapi.services.payments;

import dev.qapi.contract.Node;
import dev.qapi.eservice.Manat;
import dev.qapi.eservice.Words;
import dev.qapi.services.payments.FeeInquiry.Age;
import dev.qapi.services.payments.FeeInquiry.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** State fees by version of the law, the oldest first: dated data, since what is due is due by the law of its day. */
record Tariffs(List<Version> versions) {

    static Tariffs read() {
        var law = Node.read(new ClassPathResource("contracts/law/tariffs.yaml"));
        return new Tariffs(law.get("versions").items().stream().map(Version::of).toList());
    }

    Fee fee(FeeInquiry inquiry, LocalDate today, Words words) {
        var day = Objects.requireNonNullElse(inquiry.day(), today);
        return versions.stream()
                .filter(version -> !version.inForceFrom().isAfter(day))
                .max(Comparator.comparing(Version::inForceFrom))
                .map(version -> Fee.of(version, version.amount(inquiry).orElse(null), words))
                .orElseGet(() -> Fee.beforeAnyVersion(words));
    }

    /** @param inForceFrom its first day; the last one is that before the next version's first */
    record Version(String version, LocalDate inForceFrom, String clause, List<Row> rows) {

        private static Version of(Node node) {
            return new Version(
                    node.get("id").text(),
                    LocalDate.parse(node.get("from").text()),
                    node.get("clause").text(),
                    Arrays.stream(Service.values())
                            .flatMap(service -> Row.of(service, node.get("fees").get(service.tariff())))
                            .toList());
        }

        /** The row of the shortest length that is long enough. */
        private Optional<Manat> amount(FeeInquiry inquiry) {
            return rows.stream()
                    .filter(row -> row.isFor(inquiry))
                    .min(Comparator.comparing(row -> Objects.requireNonNullElse(row.upTo(), 0)))
                    .map(Row::amount);
        }
    }

    /**
     * @param age absent if it does not matter
     * @param upTo which length; with unit and speed absent if there is one fee whatever they are
     */
    record Row(
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

        private boolean isFor(FeeInquiry inquiry) {
            return service == inquiry.service()
                    && (age == null || (age == Age.MINOR) == inquiry.isForAMinor())
                    && (workingDays == null || workingDays.equals(inquiry.workingDays()))
                    && (upTo == null || inquiry.length() != null && inquiry.length() > 0 && inquiry.length() <= upTo);
        }
    }

    enum Unit {
        DAYS,
        MONTHS
    }
}
