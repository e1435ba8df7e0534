package dev.qapi.services.citizenshipnotices;

/** To whom the law has the notice given. */
enum Addressee {
    MIGRATION_SERVICE(Vmms.Office.DMX),
    FOREIGN_MINISTRY(Vmms.Office.MFA);

    final Vmms.Office office;

    Addressee(Vmms.Office office) {
        this.office = office;
    }
}
