package dev.qapi.mock.population;

import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The numbers that registers give out look random and can be read backwards: seven digits are the owner's place in the
 * country, shuffled. So whoever is asked about is found without an index, however many people there are.
 */
final class Numbers {

    /** All but the highest numbers of seven digits, which are for what is filed while the country runs. */
    static final long PLACES = 9_900_000;

    private static final long FACTOR = 7_368_787;
    private static final long INVERSE =
            BigInteger.valueOf(FACTOR).modInverse(BigInteger.valueOf(PLACES)).longValue();
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    /** So many things of one kind (cases, fines) may have a number of their own. */
    static final int THINGS = 16;

    /** With more, numbers would come round again. */
    static final int MOST_PEOPLE = (int) (PLACES / THINGS);

    private final long shift;

    Numbers(long seed) {
        this.shift = Math.floorMod(Dice.mixed(seed), PLACES);
    }

    /** Seven digits. */
    String digits(int place) {
        return Long.toString(10_000_000 + shuffled(place)).substring(1);
    }

    private long shuffled(long place) {
        return (place % PLACES * FACTOR + shift) % PLACES;
    }

    /** Whose seven digits these are, empty if they are no digits. */
    OptionalInt place(String digits) {
        return digits.length() == 7 && DIGITS.matcher(digits).matches()
                ? OptionalInt.of((int) (Math.floorMod(Long.parseLong(digits) - shift, PLACES) * INVERSE % PLACES))
                : OptionalInt.empty();
    }

    /** Seven digits for one of several things of a person. */
    String digits(int person, int thing) {
        return digits(person * THINGS + thing);
    }

    /** A personal number of so many letters and digits. */
    String letters(int place, int length) {
        var rest = shuffled(place) + (length == 7 ? PLACES * 97 : 0);
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest /= LETTERS.length();
        }
        return text.toString();
    }
}
