@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.statistics;
