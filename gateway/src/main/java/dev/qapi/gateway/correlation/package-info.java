/** What ties a request to its traces, its audit entry and the person who quotes it. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.correlation;
