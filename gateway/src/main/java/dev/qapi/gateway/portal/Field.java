package dev.qapi.gateway.portal;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name dotted below the JSON body: {@code document.number}
 * @param label what is asked
 * @param hint where to find it, or empty
 * @param likely the choices that most people want, again among all of them
 * @param choices all of them, empty where there is nothing to choose
 */
record Field(
        String name,
        Kind kind,
        String label,
        String hint,
        boolean required,
        List<Choice> likely,
        List<Choice> choices) {

    private static final int FEW = 5;

    /** Name of the input that says which of several ways of asking is chosen. */
    static final String WAY = "_way";

    /** What a filing is told from another by; a browser's second click sends the same. */
    static final Field KEY = new Field("_key", Kind.KEY, "", "", false, List.of(), List.of());

    /** Which version the form was filled in from. */
    static final Field SEEN = new Field("_seen", Kind.KEY, "", "", false, List.of(), List.of());

    /** Names of the inputs. */
    Stream<String> inputs() {
        return kind == Kind.DATE ? Stream.of(name + ".day", name + ".month", name + ".year") : Stream.of(name);
    }

    /** The same in a row of that number. */
    Field numbered(int row) {
        return new Field(name, kind, row + ". " + label, hint, required, likely, choices);
    }

    /** What is chosen first: what to ask by. */
    static Field way(String label, List<Group> ways) {
        var choices = IntStream.range(0, ways.size())
                .mapToObj(at -> new Choice(String.valueOf(at), ways.get(at).title()))
                .toList();
        return new Field(WAY, Kind.WAY, label, "", true, List.of(), choices);
    }

    /** The same, without which there is nothing to ask by. */
    Field needed() {
        return new Field(name, kind, label, hint, true, likely, choices);
    }

    /** The property of the body that it stands in. */
    String top() {
        return name.split("\\.")[0];
    }

    /** The same, which nobody else says just now. */
    Field neededSince(String silence) {
        return new Field(name, kind, label, (silence + ' ' + hint).strip(), true, likely, choices);
    }

    /** Where its value stands in the JSON body. */
    String pointer() {
        return "/" + name.replace('.', '/');
    }

    /** Id of its element on the page. */
    public String id() {
        return name.replace('.', '-');
    }

    /** Id of what is focused when a message about it is followed. */
    public String target() {
        return switch (kind) {
            case DATE -> id() + "-day";
            case CHOICE, WAY -> few() ? id() + "-0" : id();
            default -> id();
        };
    }

    /** What was typed there, in words. */
    public String told(Typed typed) {
        var value = kind == Kind.DATE ? PartialDate.join(typed, name) : typed.value(name);
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(Choice::label)
                .orElse(value);
    }

    /** Whether all choices fit on the page at once. */
    public boolean few() {
        return (kind == Kind.CHOICE || kind == Kind.WAY) && choices.size() <= FEW;
    }

    /** What its inputs are called for a browser that knows the person's birthday. */
    public boolean birthday() {
        return kind == Kind.DATE && name.endsWith("birthDate");
    }

    public boolean isLikely(String choice) {
        return likely.stream().anyMatch(one -> one.value().equals(choice));
    }

    /** Ids of what is to be read out with it: what is wrong, then the hint. */
    @Nullable
    public String described(boolean wrong) {
        var ids = (wrong ? id() + "-mistake " : "") + (hint.isEmpty() ? "" : id() + "-hint");
        return ids.isEmpty() ? null : ids.strip();
    }
}
