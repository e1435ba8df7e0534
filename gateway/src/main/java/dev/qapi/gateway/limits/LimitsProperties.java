package dev.qapi.gateway.limits;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often. A person types a question in half a minute and an office behind one address asks one a second; a machine that
 * guesses asks thousands.
 *
 * @param lookups questions about persons from one source address in a minute
 * @param uploads files from one source address in an hour: a family sends a dozen, a machine would fill the store
 * @param publicly questions about nobody from one source address in a minute; what has not changed (304) costs nothing
 * @param client questions of one portal in a minute
 * @param everybody questions about persons in a minute, whoever asks: 200 a second, far more than the registers are
 *     asked today and too few to try out a country's documents
 * @param misses failed matches of one source address in an hour; one office makes a few
 * @param perCase failed matches about one document, application or other number in 24 hours: five typing mistakes are
 *     forgiven, and with five tries a day a birth date is found after years
 * @param perBirthDate failed matches about one birth date and citizenship in 24 hours: dozens of people share one, and more
 *     those whose papers give 1 January, while document numbers are counted in millions
 * @param instances how many gateways there are, by which an allowance is divided that is counted in this one only
 * @param generosity how many times as much is allowed; unset 10 in the sandbox, which is there to be tried out, else 1
 * @param tick a failed match is answered at a multiple of this after its question, so that how long it took says nothing
 * @param floor and never before that
 */
@ConfigurationProperties("qapi.limits")
record LimitsProperties(
        @DefaultValue("60") int lookups,
        @DefaultValue("60") int uploads,
        @DefaultValue("600") int publicly,
        @DefaultValue("600") int client,
        @DefaultValue("12000") int everybody,
        @DefaultValue("30") int misses,
        @DefaultValue("5") int perCase,
        @DefaultValue("50") int perBirthDate,
        @DefaultValue("2") int instances,
        @Nullable Integer generosity,
        @DefaultValue("100ms") Duration tick,
        @DefaultValue("200ms") Duration floor) {}
