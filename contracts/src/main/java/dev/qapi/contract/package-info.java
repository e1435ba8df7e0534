/** The contract files, read: what the documentation shows, the simulation answers, the tests replay, the pages say. */
@org.jspecify.annotations.NullMarked
package dev.qapi.contract;
