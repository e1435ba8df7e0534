package dev.qapi.services.stayextensions;

/** How soon it is to be decided: the fee depends on it. */
enum Speed {
    ONE_DAY(1),
    THREE_DAYS(3);

    final int workingDays;

    Speed(int workingDays) {
        this.workingDays = workingDays;
    }
}
