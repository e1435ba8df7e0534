package dev.qapi.mock.population;

/** Who belongs to whom, by place: every eighth is a minor whose parent is the one before, now and then one a twin of the one before. */
final class Families {

    private static final int FAMILY = 8;
    private static final int TWINS = 97;

    private Families() {}

    static boolean isMinor(int place) {
        return place % FAMILY == FAMILY - 1;
    }

    /** A minor never is one, nor is the one after a minor. */
    static boolean isTwin(int place) {
        return place % TWINS == 1 && place % FAMILY != 0 && !isMinor(place) && place > 0;
    }

    /** Old enough for the next one, or for the next one's twin, to have a child. */
    static boolean isParent(int place) {
        return isMinor(place + 1) || isTwin(place + 1) && isMinor(place + 2);
    }

    /** The one whose surname all of a family have. */
    static int head(int place) {
        var adult = isMinor(place) ? place - 1 : place;
        return isTwin(adult) ? adult - 1 : adult;
    }
}
