/** myGov, simulated: the OpenID Connect provider that says who somebody is, and the inbox of that person's cabinet. */
@org.jspecify.annotations.NullMarked
package dev.qapi.mock.mygov;
