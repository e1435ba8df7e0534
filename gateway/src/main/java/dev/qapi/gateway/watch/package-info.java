/** What is looked at now and then for somebody, so that they hear what it has come to: each by one gateway at a time, ever more seldom. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.watch;
