package dev.qapi.eservice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An e-service: the one public face of a slice. Its id is its path below {@code /api/v1}, the role it is started by
 * ({@code qapi.target}) and the name of its contract, {@code contracts/<id>.yaml}. The clients of registers
 * ({@link RegisterClient}) that stand beside it are made available to it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@RequestMapping
@Conditional(OnTarget.class)
@Import(RegisterClients.class)
public @interface EService {

    /** The id, in lower case with dashes. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String value();
}
