/** Word of events by e-mail, for whoever has given an address and repeated the code that was sent there; it says where to look and nothing else. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.notices;
