package dev.qapi.gateway.matrix;

/**
 * What became of a cell.
 *
 * @param part of the matrix
 * @param row the operation
 * @param column the state
 * @param kind of fault
 * @param complaint empty if it is as it should be
 */
record Result(
        String part,
        String row,
        String column,
        String kind,
        String cell,
        String expected,
        String told,
        String complaint) {

    boolean isPassed() {
        return complaint.isEmpty();
    }

    String message(long seed) {
        return "%s: expected %s, told %s: %s (-Dmatrix.seed=%d)".formatted(cell, expected, told, complaint, seed);
    }
}
