package dev.qapi.eservice;

import java.time.LocalDate;
import java.util.List;

/** What the gateway has counted of its own work, day by day (Asia/Baku), without anything about anybody; never waits for a store. */
public interface Statistics {

    /** How every way to a register does now. */
    List<Vital> vitals();

    /** Answers that people were given, the oldest day first. */
    List<Answers> answers();

    /** Calls to registers, the oldest day first. */
    List<Calls> calls();

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
