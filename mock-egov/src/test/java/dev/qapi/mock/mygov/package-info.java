@org.jspecify.annotations.NullMarked
package dev.qapi.mock.mygov;
