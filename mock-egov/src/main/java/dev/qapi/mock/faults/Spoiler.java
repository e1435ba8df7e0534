package dev.qapi.mock.faults;

import java.time.Duration;

/** Makes a bad reply of a good one. */
@FunctionalInterface
interface Spoiler {

    Reply spoil(Reply good, Moment moment);

    static Spoiler of(Choice choice) {
        var variant = choice.variant();
        return switch (choice.fault()) {
            case F01, F06, F34, F35 -> plays(Play.RESET);
            case F02, F03 -> plays(Play.SILENCE);
            case F04 -> (good, moment) -> good.withPause(tenths(moment.patience(), 8));
            case F05 -> (good, moment) -> good.withPause(tenths(moment.patience(), 30));
            case F07 -> plays(Play.RESET_HALF);
            case F08 -> plays(Play.END_HALF);
            case F09 -> plays(Play.END);
            case F10 -> plays(Play.RANDOM);
            case F11 -> plays(Play.BAD_CHUNK);
            case F26 -> plays(Play.HUGE_BODY);
            case F27 -> (good, moment) -> GzipBomb.wrap(good);
            case F28 -> plays(Play.DRIP);
            case F29 -> plays(variant.equals("illegal-bytes") ? Play.ILLEGAL_BYTES : Play.LARGE_HEADERS);
            case F12, F13, F14, F15, F16, F17, F18, F19, F36 -> ContentSpoiler.of(choice.fault(), variant);
            case F20, F21, F22, F23, F24, F25 -> StatusSpoiler.of(choice.fault(), variant);
            case F38 -> of(choice.played());
            case F30, F31, F32, F33, F37 -> (good, moment) -> good;
        };
    }

    private static Spoiler plays(Play play) {
        return (good, moment) -> good.withPlay(play);
    }

    private static Duration tenths(Duration duration, int tenths) {
        return duration.multipliedBy(tenths).dividedBy(10);
    }
}
