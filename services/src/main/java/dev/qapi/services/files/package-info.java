/** Sends a file ahead, so that something can be filed with it. Contract: {@code contracts/files.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.files;
