/** Word of events by e-mail. Contract: {@code contracts/notices.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.notices;
