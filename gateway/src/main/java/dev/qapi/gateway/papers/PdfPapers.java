package dev.qapi.gateway.papers;

import dev.qapi.eservice.Paper;
import dev.qapi.eservice.Papers;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Writes papers on a few threads of its own: it takes some ten milliseconds of the processor and waits for nothing. */
@Component
class PdfPapers implements Papers {
    private static final int TOGETHER = 2;
    private static final int WAITING = 100;

    private final Scheduler writers = Schedulers.newBoundedElastic(TOGETHER, WAITING, "papers", 30, true);
    private final Stamps stamps;
    private final String address;

    PdfPapers(Stamps stamps, PapersConfiguration.Properties properties) {
        this.stamps = stamps;
        this.address = properties.address().isBlank() ? "" : properties.address() + "/verify#";
    }

    @Override
    public Mono<Paper> write(Draft draft) {
        return Mono.fromCallable(() -> paper(draft)).subscribeOn(writers);
    }

    private Paper paper(Draft draft) {
        try (var sheet =
                new Sheet(draft.language(), draft.title(), draft.stamped().at())) {
            sheet.heading(draft.title());
            draft.lines().forEach(sheet::line);
            sheet.code(address + stamps.on(draft.stamped()));
            draft.notes().forEach(sheet::note);
            return new Paper(draft.stamped().kind() + '-' + draft.stamped().number(), sheet.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
