/** Whether somebody may enter or leave the country, by the word of every register that could forbid it. Contract: {@code contracts/restrictions.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.restrictions;
