package dev.qapi.services.stayextensions;

import dev.qapi.eservice.NotIssued;
import dev.qapi.eservice.Papers.Draft;
import dev.qapi.eservice.Papers.Stamped;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.DocumentNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** What stands on the paper that says for how long somebody may stay. */
record Decision(Extension wanted, Progress progress, Progress.Issued issued, LocalDate until) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int SHOWN = 2;

    /** Its words, in the contract. */
    enum PaperWord {
        LANGUAGE,
        TITLE,
        NUMBER,
        UNTIL,
        DOCUMENT,
        BIRTH_DATE,
        CITIZENSHIP,
        APPLICATION,
        DAYS,
        ISSUED_BY,
        SERVICE,
        VERIFY,
        SIMULATED
    }

    static Decision of(Extension wanted, Progress progress) {
        var issued = progress.decision().orElseThrow(NotIssued::new);
        return new Decision(wanted, progress, issued, Objects.requireNonNull(issued.validUntil()));
    }

    Draft draft(Words words, Instant now) {
        var lines = new LinkedHashMap<String, String>();
        lines.put(words.of(PaperWord.NUMBER), issued.number().reveal());
        lines.put(words.of(PaperWord.UNTIL), DAY.format(until));
        lines.put(words.of(PaperWord.DOCUMENT), wanted.document().number().reveal());
        lines.put(words.of(PaperWord.BIRTH_DATE), wanted.birthDate().reveal());
        lines.put(words.of(PaperWord.CITIZENSHIP), wanted.citizenship().reveal());
        lines.put(words.of(PaperWord.DAYS), Integer.toString(wanted.days()));
        lines.put(words.of(PaperWord.APPLICATION), progress.number().reveal());
        lines.put(words.of(PaperWord.ISSUED_BY), words.of(PaperWord.SERVICE));
        var stamped = new Stamped(
                "stay-extensions",
                issued.number().reveal(),
                until,
                masked(wanted.document().number()),
                now);
        var notes = List.of(words.of(PaperWord.VERIFY), words.of(PaperWord.SIMULATED));
        return new Draft(words.of(PaperWord.LANGUAGE), words.of(PaperWord.TITLE), lines, notes, stamped);
    }

    /** Enough to be held against a passport, too little to search for one. */
    private static String masked(DocumentNumber number) {
        var all = number.reveal();
        return all.substring(0, 1) + "*".repeat(all.length() - 1 - SHOWN) + all.substring(all.length() - SHOWN);
    }
}
