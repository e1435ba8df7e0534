/** The simulated country: who lives in it and what has happened and will happen to them, a pure function of a seed. */
@org.jspecify.annotations.NullMarked
package dev.qapi.mock.population;
