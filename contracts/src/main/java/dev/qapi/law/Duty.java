package dev.qapi.law;

/** What the law asks of a foreigner by a certain day. */
public enum Duty {
    /** Be registered at the place of stay; from the day of arrival. */
    REGISTER,
    /** The same after moving, or after a host has ended a registration; from that day. */
    REGISTER_AGAIN,
    /** Ask for an extension of the stay; before its last day. */
    EXTEND_STAY,
    /** Ask for another residence permit; before the last day of the present one. */
    RENEW_RESIDENCE,
    /** Leave, unless the stay is extended; by its last day. */
    LEAVE,
    /** Tell that a residence card is lost; from that day. */
    REPORT_LOST_CARD,
    /** Tell that what the card or the register says has changed; from that day. */
    REPORT_CHANGE,
    /** The employer's: tell that a contract has ended early; from that day. */
    REPORT_CONTRACT_END,
    /** A citizen's: tell of a foreign citizenship; from the day on which it was acquired. */
    REPORT_FOREIGN_CITIZENSHIP,
    /** The service's: pass a letter on to the body that is competent for it; from the day on which it was sent. */
    FORWARD_LETTER,
    /** The service's: answer a letter; from the day on which it was sent. */
    ANSWER_LETTER
}
