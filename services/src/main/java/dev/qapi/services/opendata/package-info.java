/** Open data: what the gateway counts and what the register sums up, as files for everybody. Contract: {@code contracts/open-data.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.opendata;
