package dev.qapi.mock.wire;

/** What is wrong with a name. */
public enum NameFault {
    /** Nothing. */
    NONE,
    /** There is no such name. */
    NXDOMAIN,
    /** The name server does not answer. */
    SILENT
}
