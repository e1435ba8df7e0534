/** Whether somebody is registered at the place of stay, and what is due next. Contract: {@code contracts/stay-registrations.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.stayregistrations;
