package dev.qapi.services.letters;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Intake;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Receipt;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.services.letters.LettersInbox.Id;
import dev.qapi.services.letters.LettersInbox.Most;
import dev.qapi.services.letters.LettersInbox.Read;
import dev.qapi.services.letters.LettersInbox.Taken;
import dev.qapi.services.letters.LettersInbox.Taking;
import dev.qapi.services.letters.LettersInbox.Waiting;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks a portal's inbox as any register is asked: in time, guarded, believed only if it is about just that letter. */
record PortalInbox(Source<Most, Waiting> ids, Source<Id, Read> letters, Source<Taking, Taken> taken)
        implements Intake<UUID> {

    private static final Most AT_ONCE = new Most(50);

    static PortalInbox of(Register register, LettersInbox client, Sources sources) {
        return new PortalInbox(
                sources.of(register, Waiting.class, Policy.NEVER_KEPT, client::waiting),
                sources.of(register, Read.class, Policy.NEVER_KEPT, client::read),
                sources.of(register, Taken.class, Policy.NEVER_KEPT, client::take));
    }

    @Override
    public Flux<UUID> waiting() {
        return ids.get(AT_ONCE).flatMapIterable(answer -> answer.data().letters());
    }

    Mono<Letter> read(UUID id, Channel channel) {
        return letters.get(new Id(id))
                .map(Answer::data)
                .map(read -> Objects.requireNonNull(read.letter()).letter(channel));
    }

    @Override
    public Mono<Void> taken(UUID id, Receipt receipt) {
        return taken.get(new Taking(id, receipt.number(), receipt.filedAt())).then();
    }
}
