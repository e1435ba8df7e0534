package dev.qapi.services.letters;

import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;

/** Letters that people leave in E-Gov. */
@RegisterClient(Register.EGOV_INBOX)
interface EGovInbox extends LettersInbox {}
