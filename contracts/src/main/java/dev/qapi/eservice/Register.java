package dev.qapi.eservice;

/** The state's registers and the layers that carry calls to them; the family is the first half of a problem's code. */
public enum Register {
    /** The gateway itself. */
    GATEWAY("00"),
    /** E-Gov's exchange layer. */
    EHIS("01"),
    /** The second exchange layer. */
    ASAN_BRIDGE("02"),
    /** Login and personal cabinet. */
    MYGOV("03"),
    /** Entry, exit and registration. */
    IAMAS("04"),
    /** Taxpayers. */
    AVIS("05"),
    /** Civil-status acts. */
    VVADQ("06"),
    /** The migration service's case system. */
    VMMS("07"),
    /** Government Payment Portal. */
    GPP("08"),
    /** Debts that restrict leaving. */
    ENFORCEMENT("09"),
    /** Visas issued. */
    VISA("10"),
    /** The migration service's letters. */
    DOCUMENT_FLOW("11"),
    /** Letters that people leave in myGov. */
    MYGOV_INBOX("12"),
    /** Letters that people leave in the E-Gov portal. */
    EGOV_INBOX("13");

    private final String family;

    Register(String family) {
        this.family = family;
    }

    /** Two digits. */
    public String family() {
        return family;
    }
}
