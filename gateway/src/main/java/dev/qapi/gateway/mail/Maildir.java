package dev.qapi.gateway.mail;

import dev.qapi.eservice.Intake;
import dev.qapi.eservice.Mail;
import dev.qapi.eservice.Receipt;
import dev.qapi.gateway.mail.Letter.NotPlain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A folder in the form of a maildir: a mail server puts each message into {@code new} as a file of its own. What is stored goes to
 * {@code cur}, marked as seen; what nobody can read goes to {@code unreadable}, where somebody has to look. Nothing is deleted.
 */
final class Maildir implements Intake<Mail> {

    private static final Logger log = LoggerFactory.getLogger(Maildir.class);
    private static final int AT_ONCE = 100;

    private final Map<String, Letter> open = new ConcurrentHashMap<>();
    private final Path folder;
    private final Replies replies;

    Maildir(Path folder, Replies replies) {
        this.folder = folder;
        this.replies = replies;
    }

    @Override
    public Flux<Mail> waiting() {
        return Mono.fromCallable(this::names)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapIterable(names -> names)
                .concatMap(name -> Mono.fromCallable(() -> read(name)).subscribeOn(Schedulers.boundedElastic()), 1)
                .flatMap(Mono::justOrEmpty);
    }

    private List<Path> names() throws IOException {
        var fresh = folder.resolve("new");
        if (!Files.isDirectory(fresh)) {
            throw new NoSuchFileException("no folder new in the maildir");
        }
        try (var files = Files.list(fresh)) {
            return files.sorted().limit(AT_ONCE).toList(); // names begin with the time of delivery
        }
    }

    private Optional<Mail> read(Path file) throws IOException {
        try {
            var letter = Letter.read(file);
            open.put(letter.mail().id(), letter);
            return Optional.of(letter.mail());
        } catch (NotPlain unreadable) {
            move(file, "unreadable", "");
            log.warn("an e-mail cannot be read and lies in the folder unreadable");
            unreadable.sender().ifPresent(replies::notRead);
            return Optional.empty();
        } catch (NoSuchFileException takenByAnother) {
            return Optional.empty();
        }
    }

    @Override
    public Mono<Void> taken(Mail mail, Receipt receipt) {
        return away(mail, "cur", ":2,S", letter -> letter.sender().ifPresent(to -> replies.received(to, receipt)));
    }

    @Override
    public Mono<Void> unreadable(Mail mail) {
        return away(mail, "unreadable", "", letter -> letter.sender().ifPresent(replies::notRead));
    }

    private interface Answering {
        void answer(Letter letter);
    }

    /** Whoever moves it answers, so that of several gateways one does. */
    private Mono<Void> away(Mail mail, String where, String suffix, Answering answering) {
        return Mono.fromCallable(() -> {
                    var letter = open.remove(mail.id());
                    if (letter != null && move(letter.file(), where, suffix)) {
                        answering.answer(letter);
                    }
                    return 0;
                })
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private boolean move(Path file, String where, String suffix) throws IOException {
        var target = Files.createDirectories(folder.resolve(where));
        try {
            Files.move(file, target.resolve(file.getFileName() + suffix), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException movedByAnother) {
            return false;
        }
    }
}
