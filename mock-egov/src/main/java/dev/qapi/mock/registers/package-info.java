/** The registers' operations, as the contracts in {@code contracts/registers} describe them, answered from the country and from what was done in it. */
@org.jspecify.annotations.NullMarked
package dev.qapi.mock.registers;
