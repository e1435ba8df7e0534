/** How often whom may be asked about, by whom, so that guessing yields nothing and nobody takes the others' share. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.limits;
