/** What an e-service and the gateway promise each other. Depends on nothing of ours but identifiers. */
@org.jspecify.annotations.NullMarked
package dev.qapi.eservice;
