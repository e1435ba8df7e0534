@org.jspecify.annotations.NullMarked
package dev.qapi.eservice;
