package dev.qapi.services.owndata;

/** What can be corrected: how a person is written, which several registers hold. */
enum PersonalField {
    SURNAME(FieldName.SURNAME, "surname"),
    GIVEN(FieldName.GIVEN, "given"),
    PATRONYMIC(FieldName.PATRONYMIC, "patronymic"),
    NATIVE_NAME(FieldName.NATIVE_NAME, "native"),
    BIRTH_DATE(FieldName.BIRTH_DATE, "birthDate");

    final FieldName name;
    /** In the words of the register that it goes to. */
    final String raw;

    PersonalField(FieldName name, String raw) {
        this.name = name;
        this.raw = raw;
    }
}
