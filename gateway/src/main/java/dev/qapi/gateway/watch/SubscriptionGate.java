package dev.qapi.gateway.watch;

import dev.qapi.eservice.Course;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Subscriber;
import dev.qapi.eservice.Subscriptions.First;
import dev.qapi.gateway.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Decides who may subscribe to what: what the register denies is told as to whoever looks it up, so that nobody guesses here. */
record SubscriptionGate<I extends Inquiry>(First first, Function<I, Mono<Course>> look, Chronicle chronicle) {

    /** Of so many it may turn out later whether a guess was right, and that only when the register is well again. */
    static final int MOST_UNSEEN = 20;

    private static final String TOO_MANY = "00024";

    /** What is known of it now: the same, seen or not; an error if it is refused. */
    Mono<Watch> pass(Subscriber who, List<Watch> theirs, Watch wanted, I sought) {
        var others =
                theirs.stream().filter(watch -> !watch.id().equals(wanted.id())).toList();
        if (others.size() >= who.most()) {
            return Mono.error(new Refusal(TOO_MANY));
        }
        return look.apply(sought)
                .map(course -> seen(wanted, course))
                .onErrorResume(Failure.class, why -> unseen(others, wanted, why));
    }

    private Watch seen(Watch wanted, Course course) {
        return wanted.seen(wanted.begun(), first == First.QUIET ? chronicle.marks(wanted, course) : List.of());
    }

    private static Mono<Watch> unseen(List<Watch> others, Watch wanted, Failure why) {
        var isDenied = why instanceof Failure.NotFound || why instanceof Failure.Ambiguous;
        var unseen = others.stream().map(Watch::seen).map(Optional::ofNullable).filter(Optional::isEmpty);
        return isDenied || unseen.count() >= MOST_UNSEEN ? Mono.error(why) : Mono.just(wanted);
    }
}
