/** What whoever calls may do. Contract: {@code contracts/privileges.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.privileges;
