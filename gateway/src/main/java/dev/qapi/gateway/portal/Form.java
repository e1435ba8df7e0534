package dev.qapi.gateway.portal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an e-service asks, in one language.
 *
 * @param given what it does not ask, since a register has said it
 * @param groups the steps in which it is asked; none: at once
 * @param ways of asking, one of which is to be chosen; none: there is but one
 */
record Form(List<Field> fields, List<Given> given, List<Group> groups, List<Group> ways) {

    /** One that is asked at once. */
    Form(List<Field> fields) {
        this(fields, List.of(), List.of(), List.of());
    }

    /** The same where a register has said some of it. */
    Form known(List<Field> asked, List<Given> known) {
        return new Form(asked, known, groups, ways);
    }

    /** Whether something is filed with it: whatever is sent twice from one page is one. */
    public boolean files() {
        return fields.contains(Field.KEY);
    }

    /** What files are chosen with, if it asks for any. */
    public Optional<Field> attachments() {
        return fields.stream().filter(field -> field.kind() == Kind.FILES).findFirst();
    }

    /** The field that a JSON pointer names, or the first one below it. */
    Optional<Field> at(String pointer) {
        return fields.stream()
                .filter(field -> field.pointer().equals(pointer))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.pointer().startsWith(pointer + "/"))
                        .findFirst());
    }

    /** One after another; what none of the contract's steps names stands in the last. */
    public List<Step> steps() {
        return IntStream.range(0, Math.max(groups.size(), 1))
                .mapToObj(at -> new Step(
                        at + 1,
                        groups.isEmpty() ? "" : groups.get(at).title(),
                        fields.stream().filter(field -> step(field) == at).toList()))
                .toList();
    }

    /** In which step it is asked, from 0. */
    int step(Field field) {
        return IntStream.range(0, groups.size())
                .filter(at -> groups.get(at).has(field))
                .findFirst()
                .orElse(Math.max(groups.size() - 1, 0));
    }

    /** The number of the way of asking that it belongs to; empty if it is asked in any case. */
    public Optional<String> way(Field field) {
        return IntStream.range(0, ways.size())
                .filter(at -> ways.get(at).has(field))
                .mapToObj(String::valueOf)
                .findFirst();
    }

    /** What is asked of somebody who has typed that: of several ways of asking the chosen one. */
    List<Field> asked(Typed typed) {
        var chosen = typed.value(Field.WAY);
        return fields.stream()
                .filter(field -> way(field)
                        .map(way -> chosen.isEmpty() ? typed.has(field) : chosen.equals(way))
                        .orElse(true))
                .toList();
    }

    /** What has to be filled in and is not. */
    List<Field> empty(Typed typed) {
        return asked(typed).stream()
                .filter(field -> field.required() && !typed.has(field))
                .toList();
    }

    /** The last step in which something is filled in, from 0; the first one if nothing is. */
    int begun(Typed typed) {
        return fields.stream()
                .filter(field -> field.kind() != Kind.KEY && typed.has(field))
                .mapToInt(this::step)
                .max()
                .orElse(0);
    }

    /** The first step, from 1, that asks for one of them; the last one if none does. */
    int first(Collection<Field> some) {
        return 1 + some.stream().mapToInt(this::step).min().orElse(Math.max(groups.size() - 1, 0));
    }
}
