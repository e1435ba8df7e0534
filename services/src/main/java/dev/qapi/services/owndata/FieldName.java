package dev.qapi.services.owndata;

/** What a register's record consists of, in the words of the person. */
enum FieldName {
    SURNAME,
    GIVEN,
    PATRONYMIC,
    NATIVE_NAME,
    SEX,
    BIRTH_DATE,
    CITIZENSHIP,
    PIN,
    KIND,
    NUMBER,
    CARD,
    FROM,
    UNTIL,
    STATE,
    DIRECTION,
    AT,
    PLACE,
    EMPLOYER,
    TAX_NUMBER,
    POSITION,
    DATE,
    OTHER,
    ENTRIES,
    STAY_DAYS,
    BASIS,
    HOST_KIND,
    HOST
}
