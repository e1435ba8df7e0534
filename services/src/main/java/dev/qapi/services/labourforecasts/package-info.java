/** How much foreign labour an employer expects to need in a year, version after version. Contract: {@code contracts/labour-forecasts.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.labourforecasts;
