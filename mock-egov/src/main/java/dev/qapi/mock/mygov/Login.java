package dev.qapi.mock.mygov;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Whoever picks an account is that person: nobody has a secret here. */
final class Login implements AuthenticationProvider {

    /** The library reads the moment of the login ({@code auth_time}) off such an authority. */
    private static final String FACTOR = "FACTOR_SIMULATION";

    private final List<Account> accounts;

    Login(List<Account> accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication choice) {
        var account = accounts.stream()
                .filter(candidate -> candidate.id().equals(choice.getName()))
                .findFirst()
                .orElseThrow(() -> new BadCredentialsException("No such account."));
        return UsernamePasswordAuthenticationToken.authenticated(
                new Person(account), null, List.of(FactorGrantedAuthority.fromAuthority(FACTOR)));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
