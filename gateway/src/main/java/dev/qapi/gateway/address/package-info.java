/** From where and by which name we are asked: what a proxy says of it counts only if it is one of ours. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.address;
