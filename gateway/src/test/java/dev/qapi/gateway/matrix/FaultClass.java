package dev.qapi.gateway.matrix;

import dev.qapi.mock.faults.Fault;
import java.util.Set;

/** The classes of upstream faults, and what reasons of unavailability each may be told with. */
enum FaultClass {
    /** The control, which must succeed. */
    OK,
    /** No answer. */
    T("001", "002", "004"),
    /** An answer that cannot be trusted. */
    C("050"),
    /** An error of HTTP. */
    H("001", "008", "050"),
    /** An attack by TLS or redirection, maybe. */
    X("001", "004", "050"),
    /** Half of the calls. */
    FL("001", "002", "004"),
    /** An outage that ends. */
    RC("001", "002", "004"),
    /** One of several sources. */
    P("001");

    private final Set<String> reasons;

    FaultClass(String... reasons) {
        this.reasons = Set.of(reasons);
    }

    /** The last three digits of the code. */
    Set<String> reasons() {
        return reasons;
    }

    static FaultClass of(Fault fault, String variant) {
        return switch (fault) {
            case F04 -> OK;
            case F01, F02, F03, F05, F06, F07, F08, F09, F10, F11, F28, F37 -> T;
            case F12, F13, F14, F15, F16, F17, F18, F19, F26, F27, F36 -> C;
            case F29 -> T; // no header arrives: the reply never begins
            case F20, F21, F22, F23, F24 -> H;
            case F25, F30, F31, F32 -> X;
            case F33 -> variant.equals("stalls") ? T : X; // silence is no attack
            case F34 -> FL;
            case F35 -> RC;
            case F38 -> P;
        };
    }
}
