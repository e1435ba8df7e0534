/** Address, transport, headers, pools and decoding of each register, whichever e-service asks it. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.registers;
