/** The systems that carry calls to the registers, on WireMock: who may call, what is added on the way, what goes wrong. */
@org.jspecify.annotations.NullMarked
package dev.qapi.mock.exchange;
