/** The numbers and dates that name a person or a case: normalised once, masked wherever they are printed. */
@org.jspecify.annotations.NullMarked
package dev.qapi.identifier;
