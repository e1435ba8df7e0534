/** Redis and MongoDB: where they are, how long the gateway waits for them, and the small ones that the sandbox brings. */
@NullMarked
package dev.qapi.gateway.stores;

import org.jspecify.annotations.NullMarked;
