package dev.qapi.mock.faults;

import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Replies with the status of an answer that say nothing, or nothing that can be believed. */
final class ContentSpoiler {

    private static final int DEEP = 10_000;

    private ContentSpoiler() {}

    static Spoiler of(Fault fault, String variant) {
        return switch (fault) {
            case F12 -> (good, moment) -> good.withText(truncated(good.text()));
            case F13 -> (good, moment) -> incomplete(good, variant);
            case F14 -> (good, moment) -> nothing(good, variant);
            case F15 -> (good, moment) -> Answer.change(good, answer -> mistyped(answer, variant));
            case F16 -> (good, moment) -> variant.equals("trailing") ? trailing(good) : twice(good);
            case F17 ->
                (good, moment) -> variant.equals("html")
                        ? good.withBody(Pages.HTML, Pages.MAINTENANCE)
                        : good.withText(Pages.MAINTENANCE);
            case F18 -> (good, moment) -> Answer.change(good, Stranger::instead);
            case F19 -> (good, moment) -> Answer.change(good, answer -> AsOf.change(answer, variant, moment.now()));
            default -> (good, moment) -> Answer.change(good, ContentSpoiler::deep);
        };
    }

    /** In the middle of the outcome's value, behind its second letter. */
    private static String truncated(String text) {
        var outcome = text.indexOf('"' + Answer.OUTCOME + "\":\"");
        return text.substring(0, outcome < 0 ? text.length() / 2 : outcome + Answer.OUTCOME.length() + 6);
    }

    private static Reply incomplete(Reply good, String variant) {
        return switch (variant) {
            case "empty" -> good.withText("{}");
            case "foreign" -> good.withText("{\"foo\":1}");
            default -> Answer.change(good, answer -> answer.without(Answer.OUTCOME));
        };
    }

    private static Reply nothing(Reply good, String variant) {
        return switch (variant) {
            case "null" -> good.withText("null");
            case "no-content" -> good.withText("").withStatus(204).without(Reply.CONTENT_TYPE);
            default -> good.withText("");
        };
    }

    private static ObjectNode mistyped(ObjectNode answer, String variant) {
        switch (variant) {
            case "number" -> answer.put(Answer.OUTCOME, 1);
            case "true" -> answer.put(Answer.OUTCOME, true);
            case "list" -> answer.putArray(Answer.OUTCOME);
            default -> answer.put(Answer.OUTCOME, "SUSPENDED_BY_COURT");
        }
        return answer;
    }

    /** The first says that there is something, the second, which a lenient reader keeps, that there is nothing. */
    private static Reply twice(Reply good) {
        var answer = Answer.read(good);
        if (answer.isEmpty()) {
            return good;
        }
        var said = answer.get().path(Answer.OUTCOME).asString("");
        var first = answer.get().put(Answer.OUTCOME, Answer.harmful(said)).toString();
        var end = first.lastIndexOf('}');
        return good.withText(
                first.substring(0, end) + ",\"" + Answer.OUTCOME + "\":\"" + Answer.harmless(said) + "\"}");
    }

    private static Reply trailing(Reply good) {
        return good.withText(good.text() + "{\"" + Answer.OUTCOME + "\":\"NONE\"}");
    }

    private static ObjectNode deep(ObjectNode answer) {
        var list = answer.propertyStream()
                .filter(property -> property.getValue().isArray())
                .findFirst()
                .map(property -> property.getKey())
                .orElse("items");
        answer.set(list, answer.rawValueNode(new RawValue("[".repeat(DEEP) + "]".repeat(DEEP))));
        return answer;
    }
}
