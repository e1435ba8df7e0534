package dev.qapi.services.owndata;

import dev.qapi.eservice.Accesses.Access;

/** What came of it. */
enum Outcome {
    TOLD,
    PARTLY_TOLD,
    NOTHING_FOUND,
    REFUSED,
    NOT_CHECKED;

    private static final int CLIENT_ERROR = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    static Outcome of(Access access) {
        var status = access.status();
        if (status >= SERVER_ERROR) {
            return NOT_CHECKED;
        }
        if (status == NOT_FOUND || status == CONFLICT) {
            return NOTHING_FOUND;
        }
        if (status >= CLIENT_ERROR) {
            return REFUSED;
        }
        return access.partial() ? PARTLY_TOLD : TOLD;
    }
}
