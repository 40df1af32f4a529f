package org.example.plain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.json.JsonFault;
import org.gongkai.validation.profile.Profile;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** What a program does with records: read, check, judge, write. */
public final class Records {

    private final Clock clock = Clock.systemDefaultZone();
    private final DisclosureValidator validator = DisclosureValidator.of(Profile.named("shandong-library"), clock);
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Reads a record, or says in a sentence why it is none. */
    public <T extends DisclosureRecord> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(JsonFault.of(e).text(Locale.ENGLISH), e);
        }
    }

    public String write(DisclosureRecord record) throws JsonProcessingException {
        return json.writeValueAsString(record);
    }

    /** What Bean Validation alone says of a record. */
    public List<String> violations(DisclosureRecord record, Locale language) {
        Validator beans = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator(Set.of(language), language, false))
                .buildValidatorFactory()
                .getValidator();
        return beans.validate(record).stream()
                .map(each -> each.getPropertyPath() + ": " + each.getMessage())
                .sorted()
                .toList();
    }

    public List<String> findings(DisclosureRecord record, Locale language) {
        return validator.judge(record).findings().stream()
                .map(each -> each.rule() + ": " + each.text(language))
                .toList();
    }

    public void write(List<DisclosureRecord> records, Path target) {
        Conversion.of(Profile.named("shandong-library"), clock).into(target).run(records.stream());
    }

    /** What is missing or wrong in a file: a page, a sheet or JSON. */
    public List<String> check(Path file, Locale language) {
        List<String> lines = new ArrayList<>();
        Conversion.of(Profile.named("shandong-library"), clock)
                .onFinding(each -> lines.add(each.finding().rule() + ": " + each.finding().text(language)))
                .run(List.of(file));
        return lines;
    }
}
