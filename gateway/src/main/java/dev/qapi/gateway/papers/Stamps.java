package dev.qapi.gateway.papers;

import com.nimbusds.jose.JWSObject;
import dev.qapi.eservice.Papers.Stamped;
import dev.qapi.gateway.crypto.Signer;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Signs what the code on a paper says, and tells of a code whether it is as we signed it. */
@Component
public class Stamps {
    private static final String TYPE = "paper+jwt";

    private final Signer signer;

    Stamps(Signer signer) {
        this.signer = signer;
    }

    String on(Stamped paper) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", Signer.ISSUER);
        claims.put("iat", paper.at().getEpochSecond());
        claims.put("service", paper.kind());
        claims.put("jti", paper.number());
        claims.put("until", paper.until().toString());
        claims.put("doc", paper.holder());
        return signer.sign(TYPE, claims);
    }

    /** @param typed the code, or the whole address that stands before it */
    public Checked check(String typed) {
        var code = typed.substring(typed.indexOf('#') + 1).replaceAll("\\s", "");
        try {
            var jws = JWSObject.parse(code);
            var header = jws.getHeader();
            if (!signer.publicKey().getKeyID().equals(header.getKeyID())
                    || header.getType() == null
                    || !TYPE.equals(header.getType().getType())) {
                return Checked.UNKNOWN;
            }
            return signer.hasSigned(jws)
                    ? new Checked.Valid(stamped(jws.getPayload().toJSONObject()))
                    : Checked.ALTERED;
        } catch (ParseException | DateTimeException | IllegalArgumentException noneOfOurs) {
            return Checked.UNKNOWN;
        }
    }

    private static Stamped stamped(Map<String, Object> claims) {
        return new Stamped(
                String.valueOf(claims.get("service")),
                String.valueOf(claims.get("jti")),
                LocalDate.parse(String.valueOf(claims.get("until"))),
                String.valueOf(claims.get("doc")),
                Instant.ofEpochSecond(Long.parseLong(String.valueOf(claims.get("iat")))));
    }
}
