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
    LEAVE
}
