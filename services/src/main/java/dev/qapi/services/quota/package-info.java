/** How many foreigners may still be hired: the country's quota for everybody, an employer's own for that employer. Contract: {@code contracts/quota.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.quota;
