package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Inquiry;

/**
 * What an answer is kept under: two equal questions have one answer.
 *
 * @param reply the type of the reply, and so the register's operation
 * @param inquiry what was asked
 */
record Question<R>(Class<R> reply, Inquiry inquiry) {}
