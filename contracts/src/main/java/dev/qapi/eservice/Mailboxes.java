package dev.qapi.eservice;

/** The mailboxes that are given to e-services, by {@code qapi.mail.boxes.<e-service>}. */
public interface Mailboxes {

    /**
     * The one of that e-service; one in which nothing ever waits if it is given none. Whoever wrote is answered by e-mail, with the
     * number of the receipt or with how to write so that it can be read, where a mail server is configured.
     */
    Intake<Mail> of(String eservice);
}
