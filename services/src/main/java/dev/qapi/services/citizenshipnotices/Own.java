package dev.qapi.services.citizenshipnotices;

import java.util.List;

/**
 * The newest notices of who is logged in.
 *
 * @param total how many there are in all
 */
record Own(List<Told> notices, int total) {
    static final int MOST = 20;
}
