package dev.qapi.gateway.portal;

import java.util.List;

/**
 * What of a form is asked at once.
 *
 * @param number from 1
 * @param title what it is about, empty if it is all there is
 */
record Step(int number, String title, List<Field> fields) {

    /** Id of its element on the page. */
    public String id() {
        return "step-" + number;
    }
}
