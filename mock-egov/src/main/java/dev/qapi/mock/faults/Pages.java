package dev.qapi.mock.faults;

/** What stands before a register writes pages for people, not answers. */
final class Pages {

    static final String HTML = "text/html; charset=utf-8";
    static final String MAINTENANCE = page("Texniki işlər aparılır", "Xidmət müvəqqəti olaraq əlçatan deyil.");
    static final String NOT_FOUND = page("404 Not Found", "nginx");

    private Pages() {}

    static String page(String title, String text) {
        return "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>" + text
                + "</p></body></html>\n";
    }
}
