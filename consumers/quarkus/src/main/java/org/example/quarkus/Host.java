package org.example.quarkus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.stream.Collectors;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.json.JsonFault;
import org.gongkai.validation.profile.Profile;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The beans of the service, its JSON and its answers to bad requests. */
@ApplicationScoped
public class Host {

    /** Costly to make and safe to share. */
    @Produces
    @Singleton
    DisclosureValidator validator() {
        return DisclosureValidator.of(Profile.named("shandong-library"), Clock.systemDefaultZone());
    }

    /** Decimals keep their digits. */
    @Produces
    @Singleton
    ObjectMapperCustomizer decimals() {
        return (ObjectMapper mapper) -> mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** What is no record is answered with a sentence; Quarkus has a mapper of its own for this one fault. */
    @ServerExceptionMapper
    Response unreadable(MismatchedInputException e, HttpHeaders headers) {
        return badRequest(JsonFault.of(e).text(headers.getAcceptableLanguages().get(0)));
    }

    /** The other faults of JSON come wrapped. */
    @ServerExceptionMapper
    Response unreadable(WebApplicationException e, HttpHeaders headers) {
        return e.getCause() instanceof JsonProcessingException json
                ? badRequest(JsonFault.of(json).text(headers.getAcceptableLanguages().get(0)))
                : e.getResponse();
    }

    /** What breaks constraints is answered line by line. */
    @ServerExceptionMapper
    Response invalid(ResteasyReactiveViolationException e) {
        return badRequest(e.getConstraintViolations().stream()
                // The path begins with the method and its parameter.
                .map(each -> each.getPropertyPath().toString().replaceFirst("^\\w+\\.\\w+\\.", "") + ": "
                        + each.getMessage())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    private static Response badRequest(String text) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .entity(text)
                .build();
    }
}
