package dev.qapi.services.privileges;

import dev.qapi.eservice.Caller;
import dev.qapi.eservice.Rights;
import dev.qapi.eservice.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller, in words, and what is open to them. */
record Allowed(Coded<Caller> caller, @Nullable String client, List<String> scopes, List<String> routes) {

    static Allowed of(Rights rights, Words words) {
        return new Allowed(Coded.of(rights.caller(), words), rights.client(), rights.scopes(), rights.routes());
    }

    record Coded<C extends Enum<C>>(C code, String text) {
        static <C extends Enum<C>> Coded<C> of(C code, Words words) {
            return new Coded<>(code, words.of(code));
        }
    }
}
