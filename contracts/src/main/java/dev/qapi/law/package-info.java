/** The law as dated data, and what follows from it: a pure function of days, the same for every e-service. */
@org.jspecify.annotations.NullMarked
package dev.qapi.law;
