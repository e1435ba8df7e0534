package dev.qapi.gateway.portal;

import dev.qapi.contract.Node;
import dev.qapi.gateway.language.Language;
import java.util.List;

/**
 * Fields that a contract has belong together: a step of a form, or one of several ways of asking.
 *
 * @param title what they are about
 * @param names as the contract has them, at the top of the body
 */
record Group(String title, List<String> names) {

    static List<Group> of(Node groups, Language language) {
        return groups.items().stream()
                .map(group -> new Group(
                        group.get(language.tag()).text(),
                        group.get("fields").items().stream().map(Node::text).toList()))
                .toList();
    }

    boolean has(Field field) {
        return names.contains(field.top());
    }
}
