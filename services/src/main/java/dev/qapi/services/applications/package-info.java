/** Where an application stands, who has it and until when. Contract: {@code contracts/applications.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.applications;
