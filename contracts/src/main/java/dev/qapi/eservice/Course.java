package dev.qapi.eservice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far something has come that is looked at for somebody now and then.
 *
 * @param reached all that it has come to as far as is known, the latest last. Each counts once, so what may come about again and is
 *     to be told again is called otherwise then, such as by its day
 * @param news what it means to whoever it is looked at for that some of that is new; null if they know that already
 * @param isOver whether nothing more can come of it, so that nobody looks again
 */
public record Course(List<String> reached, @Nullable EventType news, boolean isOver) {

    /** It has come to that, and it is to be told. */
    public static Course at(String reached, EventType news) {
        return new Course(List.of(reached), news, false);
    }

    /** It has come to that, which goes without saying. */
    public static Course quiet(String reached) {
        return new Course(List.of(reached), null, false);
    }

    /** It has come to that, which is its end. */
    public static Course over(String reached, EventType news) {
        return new Course(List.of(reached), news, true);
    }
}
