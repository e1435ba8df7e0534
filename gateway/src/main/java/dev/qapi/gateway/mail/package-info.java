/** E-mail that people send, out of the folders in which a mail server leaves it. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.mail;
