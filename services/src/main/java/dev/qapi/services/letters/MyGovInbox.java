package dev.qapi.services.letters;

import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;

/** Letters that people leave in myGov. */
@RegisterClient(Register.MYGOV_INBOX)
interface MyGovInbox extends LettersInbox {}
