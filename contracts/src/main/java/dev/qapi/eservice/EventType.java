package dev.qapi.eservice;

/** What can have happened. */
public enum EventType {
    /** What was filed is with the register. */
    FILING_DELIVERED("filing.delivered"),
    /** The register does not take what was filed. */
    FILING_REFUSED("filing.refused"),
    /** What was filed could not be delivered for so long that somebody looks after it. */
    FILING_NEEDS_ATTENTION("filing.needs-attention"),
    /** A portal has asked about somebody, whom this event is for. */
    ACCESS_RECORDED("access.recorded"),
    /** A webhook has failed for so long that nothing is sent to it any more. */
    WEBHOOK_DISABLED("webhook.disabled");

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    /** As it is sent, the same for ever. */
    public String text() {
        return text;
    }
}
