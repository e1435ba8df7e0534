/** Files that people send: sealed while they stream in, of one filing from then on, or gone after a day. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.files;
