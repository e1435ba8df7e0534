package dev.qapi.services.letters;

/** In which the sender wants the answer. */
enum AnswerLanguage {
    AZ,
    RU,
    EN
}
