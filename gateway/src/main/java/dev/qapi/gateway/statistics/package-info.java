/** What the gateway counts of its own work: which registers answer, and how many people were answered; never who they are. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.statistics;
