@org.jspecify.annotations.NullMarked
package dev.qapi.services.owndata;
