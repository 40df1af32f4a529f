package org.example.jersey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;
import java.util.stream.Collectors;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.validation.ValidationConfig;
import org.gongkai.validation.json.JsonFault;

/** The service, its JSON and its answers to bad requests. */
public class HostConfig extends ResourceConfig {

    public HostConfig() {
        register(JacksonFeature.withoutExceptionMappers());
        register(RecordResource.class);
        register(Json.class);
        register(Language.class);
        register(Unreadable.class);
        register(Invalid.class);
    }

    /** Days as text, and decimals with their digits. */
    public static class Json implements ContextResolver<ObjectMapper> {

        private final ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return mapper;
        }
    }

    /** Messages in the language that the request asks for; Jersey alone takes that of the machine. */
    public static class Language implements ContextResolver<ValidationConfig> {

        @Context
        private HttpHeaders headers;

        @Override
        public ValidationConfig getContext(Class<?> type) {
            MessageInterpolator texts =
                    Validation.byDefaultProvider().configure().getDefaultMessageInterpolator();
            return new ValidationConfig().messageInterpolator(new MessageInterpolator() {
                @Override
                public String interpolate(String template, Context context) {
                    return texts.interpolate(
                            template, context, headers.getAcceptableLanguages().get(0));
                }

                @Override
                public String interpolate(String template, Context context, Locale locale) {
                    return texts.interpolate(template, context, locale);
                }
            });
        }
    }

    /** What is no record is answered with a sentence. */
    public static class Unreadable implements ExceptionMapper<JsonProcessingException> {

        @Context
        private HttpHeaders headers;

        @Override
        public Response toResponse(JsonProcessingException e) {
            return badRequest(
                    JsonFault.of(e).text(headers.getAcceptableLanguages().get(0)));
        }
    }

    /** What breaks constraints is answered line by line. */
    public static class Invalid implements ExceptionMapper<ConstraintViolationException> {

        @Override
        public Response toResponse(ConstraintViolationException e) {
            return badRequest(e.getConstraintViolations().stream()
                    // The path begins with the method and its parameter.
                    .map(each -> each.getPropertyPath().toString().replaceFirst("^\\w+\\.\\w+\\.", "") + ": "
                            + each.getMessage())
                    .sorted()
                    .collect(Collectors.joining("\n")));
        }
    }

    private static Response badRequest(String text) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .entity(text)
                .build();
    }
}
