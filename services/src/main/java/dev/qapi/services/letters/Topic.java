package dev.qapi.services.letters;

/** What a letter is about. */
enum Topic {
    REGISTRATION,
    RESIDENCE,
    WORK,
    CITIZENSHIP,
    FEES,
    OTHER
}
