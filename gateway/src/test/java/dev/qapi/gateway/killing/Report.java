package dev.qapi.gateway.killing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What came of a run, for a person to read. */
record Report(long seed, Site site, Killer killer, Crowd crowd, Ledger ledger, Books books, Duration settled) {

    private static final String SHARES =
            "%n## %s%n%n| | times | median ms | 95 %% | 99 %% | longest |%n| --- | ---: | ---: | ---: | ---: | ---: |%n";

    void write(Path file) throws IOException {
        var text = text();
        Files.writeString(file, text);
        System.out.println(text);
    }

    private String text() {
        return "# Killing%n%nThe order again: `-Dkills=%d -Dkills.seed=%d`.%n%n"
                        .formatted(killer.kills().size(), seed)
                + "%d filed, %.1f a second receipted while anything was being killed, %d receipted, %d given up in doubt, of which %d are done.%n%n"
                        .formatted(
                                crowd.begun(),
                                crowd.perSecond(),
                                ledger.receipts().size(),
                                ledger.doubted().size(),
                                books.stored().size() - ledger.receipts().size())
                + "Stored %d, done by the register %d. After everything was up again all was settled in %d ms.%n%n"
                        .formatted(books.stored().size(), books.done().size(), settled.toMillis())
                + "Flaws: %d%n%s%n"
                        .formatted(
                                books.flaws().size(),
                                books.flaws().stream()
                                        .limit(50)
                                        .map("* %s%n"::formatted)
                                        .collect(joining()))
                + SHARES.formatted("Killed and away")
                + site.all().stream().map(this::victim).collect(joining())
                + SHARES.formatted("Attempts")
                + ledger.answers().entrySet().stream()
                        .map(it -> "| %s | %s |%n"
                                .formatted(it.getKey(), it.getValue().summary()))
                        .collect(joining())
                + SHARES.formatted("To the receipt")
                + "| all | %s |%n| who at first had no answer | %s |%n%n"
                        .formatted(ledger.waits().summary(), ledger.doubts().summary())
                + "| ms at most | receipted |%n| ---: | ---: |%n".formatted()
                + ledger.waits().histogram();
    }

    private String victim(Victim victim) {
        var away = new Durations();
        victim.away().forEach(away::add);
        return "| %s | %s |%n".formatted(victim.name(), away.summary());
    }
}
