/** Which registers and exchange layers answer, by the calls that people's questions made. Contract: {@code contracts/status.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.status;
