/** What somebody has to pay to the migration service and whether it can be paid now, by the word of VMMS and GPP; and what a service costs. Contract: {@code contracts/payments.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.payments;
