/** The fault matrix of reads: every fault before every read operation in every state of what is kept, against the policy's word. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.matrix;
