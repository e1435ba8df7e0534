package dev.qapi.services.citizenshipnotices;

/** Where who gives notice lives: that decides to whom. */
enum Residence {
    IN_COUNTRY(Addressee.MIGRATION_SERVICE),
    ABROAD(Addressee.FOREIGN_MINISTRY);

    final Addressee addressee;

    Residence(Addressee addressee) {
        this.addressee = addressee;
    }
}
