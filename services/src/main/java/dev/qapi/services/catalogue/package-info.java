/** The electronic services, those served here and those handled elsewhere. Contract: {@code contracts/catalogue.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.catalogue;
