/** Who asked about whom, when, what came of it: on disk before the answer leaves, in Mongo as soon as it can be had. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.audit;
