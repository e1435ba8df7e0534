/** Which language a reader gets, and the words in it: decided once for pages and API alike. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.language;
