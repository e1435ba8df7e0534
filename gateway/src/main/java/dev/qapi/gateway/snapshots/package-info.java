/** What is taken in the background and kept on disk, to be told whatever is down. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.snapshots;
