package dev.qapi.services.labourforecasts;

import dev.qapi.eservice.Words;

record Coded<C extends Enum<C>>(C code, String text) {

    static <C extends Enum<C>> Coded<C> of(C code, Words words) {
        return new Coded<>(code, words.of(code));
    }
}
