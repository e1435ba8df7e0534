/** The law as dated data, tested. */
@org.jspecify.annotations.NullMarked
package dev.qapi.law;
