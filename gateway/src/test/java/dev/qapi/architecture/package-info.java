/** The rules that no compiler knows, each of them proven to bite on {@code bad}, a house built against all of them. */
@org.jspecify.annotations.NullMarked
package dev.qapi.architecture;
