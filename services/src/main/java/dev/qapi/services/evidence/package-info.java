/** Once-only: what other offices already hold about whoever is logged in, to fill in their forms. Contract: {@code contracts/evidence.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.evidence;
