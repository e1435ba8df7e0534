/** The pages as a person meets them: in a browser, on a phone, by keyboard, without scripts. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.browser;
