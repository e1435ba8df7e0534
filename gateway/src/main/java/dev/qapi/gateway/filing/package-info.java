/** What is filed: stored for good before it is receipted, delivered to the register until it has it, with one effect. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.filing;
