package dev.qapi.services.stayregistrations;

import dev.qapi.eservice.Calendar;
import dev.qapi.eservice.Words;
import dev.qapi.services.stayregistrations.Vmms.Host;
import dev.qapi.services.stayregistrations.Vmms.RegistrationState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person is told: whether they are registered, by which registration, and what is due next. */
record Checked(
        boolean registered,
        Coded<State> state,
        @Nullable Registration registration,
        @Nullable NextDuty nextDuty) {

    private static final Comparator<Vmms.Registration> BY_WEIGHT = Comparator.comparing(
                    (Vmms.Registration it) -> it.state() == RegistrationState.ACTIVE)
            .thenComparing(Vmms.Registration::from);

    /** For a calendar: the next duty, if it is known by when. */
    List<Calendar.Entry> entries() {
        return nextDuty == null ? List.of() : nextDuty.entry().stream().toList();
    }

    static Checked of(Vmms.Reply reply, Words words, @Nullable NextDuty nextDuty) {
        var registration = latest(reply).orElse(null);
        var state = registration == null ? State.NOT_REGISTERED : state(registration.state());
        return new Checked(
                state == State.REGISTERED,
                Coded.of(state, words),
                registration == null ? null : Registration.of(registration, words),
                nextDuty);
    }

    /** One in force if there is any, else the one that ended last. */
    static Optional<Vmms.Registration> latest(Vmms.Reply reply) {
        return reply.registrations().stream().max(BY_WEIGHT);
    }

    private static State state(RegistrationState state) {
        return switch (state) {
            case ACTIVE -> State.REGISTERED;
            case ENDED -> State.ENDED;
            case REMOVED_BY_HOST -> State.REMOVED_BY_HOST;
        };
    }

    record Coded<C extends Enum<C>>(C code, String text) {
        static <C extends Enum<C>> Coded<C> of(C code, Words words) {
            return new Coded<>(code, words.of(code));
        }
    }

    /** The name of a host who is a person is that person's own: only a hotel's is told. */
    record Registration(
            LocalDate since,
            @Nullable LocalDate until,
            String district,
            Coded<Host> host,
            @Nullable String hotel) {

        static Registration of(Vmms.Registration it, Words words) {
            return new Registration(
                    it.from(),
                    it.until(),
                    it.district(),
                    Coded.of(it.hostKind(), words),
                    it.hostKind() == Host.HOTEL ? it.hostName() : null);
        }
    }

    enum State {
        REGISTERED,
        NOT_REGISTERED,
        REMOVED_BY_HOST,
        ENDED
    }
}
