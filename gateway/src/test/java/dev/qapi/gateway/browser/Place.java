package dev.qapi.gateway.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Every kind of page there is, and how a person gets there. */
enum Place {
    HOME("/"),
    FORM("/applications"),
    FILLED("/applications?persona=residence-under-review"),
    NO_FORM_OF_THAT_NAME("/nothing"),
    PROBLEMS("/problems"),
    PROBLEM("/problems/register-down"),
    DOCS("/docs?api=applications"),
    BEGIN("/docs"),
    MISTAKES("/applications", ""),
    ANSWER("C01234567"),
    SEVERAL("MANY00001"),
    STALE("STALE0001"),
    CACHED("CACHED001"),
    PARTIAL("PARTIAL01"),
    NOT_FOUND("X00000000"),
    DOWN("DOWN00001"),
    LETTER("/letters"),
    STAY_EXTENSION("/stay-extensions"),
    VERIFY("/verify"),
    RESTRICTION_FORM("/restrictions"),
    CLEAR("/restrictions?persona=clean-record", "T9044718"),
    RESTRICTED("/restrictions?persona=protocol-number-given", "H60918223"),
    NOT_MATCHED("/restrictions?persona=not-found", "X00000000"),
    UNKNOWN("/restrictions?persona=clean-record", "DOWN00001");

    /** What is there once a form was answered, with scripts or without. */
    static final String ANSWERED = "main:not(:has(.inquiry, .check)), .trouble";

    /** What sends a form, or what was looked through before it counts. */
    static final String SEND = ".inquiry .send, .check .send";

    private final String path;
    private final boolean asks;
    private final String number;

    Place(String place) {
        this.asks = !place.startsWith("/");
        this.path = asks ? "/applications?persona=residence-under-review" : place;
        this.number = asks ? place : "";
    }

    Place(String path, String number) {
        this.path = path;
        this.asks = true;
        this.number = number;
    }

    void open(Page page, String language) {
        page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        if (asks) {
            page.locator("#document-number").fill(number);
            send(page);
        }
    }

    /** From step to step, past the check, to what comes of it. */
    static void send(Page page) {
        goTo(page, page.locator(".inquiry .send").first());
        page.locator(".inquiry .send").first().click();
        page.locator(ANSWERED + ", .check").first().waitFor();
        if (page.locator(".check").count() > 0) {
            page.locator(".check .send").click();
            page.locator(ANSWERED).first().waitFor();
        }
    }

    /** To the step in which it is asked. */
    static void goTo(Page page, Locator target) {
        for (var steps = 0; steps < 5 && !target.isVisible(); steps++) {
            page.locator(".onward a:visible").click();
        }
    }
}
