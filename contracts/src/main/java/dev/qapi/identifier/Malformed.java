package dev.qapi.identifier;

/** A value that cannot be what its field asks for. Says which rule is broken and never repeats the value. */
public final class Malformed extends IllegalArgumentException {

    /** The broken rule; {@link #code()} is its entry in the catalogue of problems, family {@code 003}. */
    public enum Rule {
        BODY("00300"),
        REQUIRED("00301"),
        UNKNOWN_FIELD("00302"),
        SHAPE("00303"),
        DOCUMENT_NUMBER("00310"),
        DOCUMENT_NUMBER_LETTERS("00311"),
        BIRTH_DATE("00312"),
        CITIZENSHIP("00313"),
        APPLICATION_NUMBER("00314"),
        DOCUMENT_TYPE("00315"),
        /** Well-formed, but nobody whom a real register could know. */
        SANDBOX_PERSON("00316"),
        PROTOCOL_NUMBER("00317"),
        DECISION_NUMBER("00318"),
        PAYMENT_NUMBER("00319"),
        TAX_NUMBER("00320"),
        /** Each field is well-formed, but together they ask in no way or in several. */
        ONE_WAY_OF_ASKING("00321"),
        NOTIFICATION_NUMBER("00322"),
        /** Well-formed, but the answer is no. */
        CONSENT("00323"),
        /** A day of the calendar, but too early, too late, or before what it has to follow. */
        DAY("00324"),
        FILING_NUMBER("00325"),
        PERSON_NAME("00326"),
        FREE_TEXT("00327"),
        /** No address that something may be sent to. */
        ADDRESS("00328"),
        /** Longer than a stay may be extended, or not at all. */
        STAY_DAYS("00333"),
        /** Well-formed, but the law wanted it earlier. */
        TOO_LATE("00329"),
        /** Files that are not there, are another filing's, or are too many. */
        FILES("00330"),
        FILE_TYPE("00331"),
        /** Empty, or too large. */
        FILE_SIZE("00332"),
        /** No row at all, or too many. */
        ROWS("00334"),
        /** A spreadsheet would take it for a formula. */
        FORMULA("00335"),
        /** A number, but none that can be meant. */
        AMOUNT("00336"),
        /** A citizenship, but one's own state's, or none of a state. */
        FOREIGN_CITIZENSHIP("00337"),
        EMAIL_ADDRESS("00338");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        /** Five digits, stable for ever. */
        public String code() {
            return code;
        }
    }

    private final Rule rule;

    /** @param rule what the value breaks */
    public Malformed(Rule rule) {
        super(rule.name());
        this.rule = rule;
    }

    /** What the value breaks. */
    public Rule rule() {
        return rule;
    }
}
