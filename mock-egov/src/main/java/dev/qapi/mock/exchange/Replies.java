package dev.qapi.mock.exchange;

import dev.qapi.mock.faults.Reply;
import dev.qapi.mock.registers.RegisterReply;

/** What a register says, on its way over HTTP. */
final class Replies {

    private Replies() {}

    static Reply of(RegisterReply said) {
        return Reply.of(said.status(), "application/json", said.body().toString());
    }
}
