package dev.qapi.mock.mygov;

import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.RegisterNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A few who can log in. */
final class People {

    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    static final Account EMRE = new Account(
            "emre",
            Map.of(
                    "az", "Yaşayış icazəsi baxılır",
                    "ru", "Вид на жительство рассматривается",
                    "en", "Residence permit under review"),
            "Emre",
            "Yılmaz",
            RegisterNumber.of("5XK7Q2A"),
            BirthDate.of("1990-04-12"),
            Citizenship.of("TUR"),
            new Document(DocumentType.PASSPORT, DocumentNumber.of("C01234567")),
            List.of(new Company(RegisterNumber.of("1400123451"), "Bakı Tikinti MMC")));

    static final Account NINO = new Account(
            "nino",
            Map.of("az", "Vətəndaşlıq <işi>", "ru", "Дело о <гражданстве>", "en", "Citizenship <case> & \"more\""),
            "Nino",
            "Beridze",
            RegisterNumber.of("7AB1C9D"),
            BirthDate.of("1985"),
            Citizenship.of("GEO"),
            new Document(DocumentType.RESIDENCE_CARD, DocumentNumber.of("MYI0012345")),
            List.of());

    private People() {}

    static MyGov.Settings settings() {
        return MyGov.Settings.local(0, List.of(EMRE, NINO), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Of somebody who has one. */
    static String pin(Account account) {
        return Objects.requireNonNull(account.pin()).reveal();
    }
}
