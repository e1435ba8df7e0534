package dev.qapi.eservice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the gateway counts of its own work, day by day (Asia/Baku), without anything about anybody; never waits for a store. */
public interface Statistics {

    /** How every register does now, whichever ways lead to it. */
    List<Vital> registers();

    /** How every exchange layer does now; what a register itself answers, be it an error, speaks well of the layer. */
    List<Vital> layers();

    /** Every e-service that is served here, by id. */
    List<Serving> eservices();

    /** Answers that people were given, the oldest day first. */
    List<Answers> answers();

    /** Calls to registers, the oldest day first. */
    List<Calls> calls();

    /**
     * @param eservice its id
     * @param asks the registers that it has clients of
     */
    record Serving(String eservice, Set<Register> asks) {}

    /**
     * @param eservice its id
     * @param language {@code az}, {@code ru} or {@code en}
     * @param times how many answers with data
     * @param failed how many questions that nobody could answer
     */
    record Answers(LocalDate day, String eservice, String language, long times, long failed) {}

    /**
     * @param via the exchange layer
     * @param asked how many calls
     * @param answered how many of them were answered
     */
    record Calls(LocalDate day, Register register, Register via, long asked, long answered) {}
}
