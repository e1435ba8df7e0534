/** A citizen's notice of having acquired a foreign citizenship. Contract: {@code contracts/citizenship-notices.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.citizenshipnotices;
