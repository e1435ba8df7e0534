package dev.qapi.services.catalogue;

import org.jspecify.annotations.Nullable;

/** The migration service's electronic services; their words are in the contract. */
enum ElectronicService {
    APPLICATIONS("applications", Place.HERE, Term.AT_ONCE, Fee.FREE, Audience.ANYBODY),
    STAY_REGISTRATIONS("stay-registrations", Place.HERE, Term.AT_ONCE, Fee.FREE, Audience.ANYBODY),
    PAYMENTS("payments", Place.HERE, Term.AT_ONCE, Fee.FREE, Audience.ANYBODY),
    RESTRICTIONS("restrictions", Place.HERE, Term.AT_ONCE, Fee.FREE, Audience.ANYBODY),
    QUOTA("quota", Place.HERE, Term.AT_ONCE, Fee.FREE, Audience.ANYBODY),
    DEADLINES("deadlines", Place.HERE, Term.AT_ONCE, Fee.FREE, Audience.ANYBODY),
    OPEN_DATA("open-data", Place.HERE, Term.AT_ONCE, Fee.FREE, Audience.ANYBODY),
    STAY_EXTENSIONS("stay-extensions", Place.HERE, Term.DAYS_1_OR_3, Fee.EXTENSION_FEE, Audience.FOREIGNER),
    CITIZENSHIP_NOTICES("citizenship-notices", Place.HERE, Term.NOTICE_MONTH, Fee.FREE, Audience.CITIZEN),
    LABOUR_FORECASTS("labour-forecasts", Place.HERE, Term.BY_1_AUGUST, Fee.FREE, Audience.EMPLOYER),
    OWN_DATA("own-data", Place.HERE, Term.AT_ONCE, Fee.FREE, Audience.PERSON),
    LETTERS("letters", Place.HERE, Term.DAYS_15, Fee.FREE, Audience.ANYBODY),
    EVIDENCE("evidence", Place.HERE, Term.AT_ONCE, Fee.FREE, Audience.PERSON),
    RESIDENCE_PERMITS(null, Place.MYGOV, Term.DAYS_15_OR_20, Fee.RESIDENCE_FEE, Audience.FOREIGNER),
    WORK_PERMITS(null, Place.MYGOV, Term.DAYS_10_TO_20, Fee.WORK_FEE, Audience.EMPLOYER),
    CITIZENSHIP_CASES(null, Place.MIGRATION_SERVICE, Term.ASK, Fee.ASK, Audience.PERSON),
    APPOINTMENTS(null, Place.MIGRATION_SERVICE, Term.AT_ONCE, Fee.FREE, Audience.ANYBODY);

    /** The e-service of the gateway that is, or will be, it; null if it is handled elsewhere for good. */
    final @Nullable String id;

    final Place place;
    final Term term;
    final Fee fee;
    final Audience audience;

    ElectronicService(@Nullable String id, Place place, Term term, Fee fee, Audience audience) {
        this.id = id;
        this.place = place;
        this.term = term;
        this.fee = fee;
        this.audience = audience;
    }

    /** Where to go. */
    enum Place {
        HERE,
        MIGRATION_SERVICE,
        MYGOV,
        PAYMENT_PORTAL
    }

    /** How long it takes, or until when it has to be done. */
    enum Term {
        AT_ONCE,
        DAYS_1_OR_3,
        DAYS_10_TO_20,
        DAYS_15,
        DAYS_15_OR_20,
        NOTICE_MONTH,
        BY_1_AUGUST,
        ASK
    }

    /** What it costs. */
    enum Fee {
        FREE,
        EXTENSION_FEE,
        RESIDENCE_FEE,
        WORK_FEE,
        ASK
    }

    /** Who may ask. */
    enum Audience {
        ANYBODY,
        PERSON,
        FOREIGNER,
        CITIZEN,
        EMPLOYER
    }
}
