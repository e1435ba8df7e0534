/** What people file elsewhere is fetched, stored here and only then taken away. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.intake;
