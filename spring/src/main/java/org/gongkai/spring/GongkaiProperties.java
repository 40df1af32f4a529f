package org.gongkai.spring;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application sets under {@code gongkai}.
 *
 * @param profile the name of a profile that ships with the library, such as {@code national}, or the place of a file, such as
 *     {@code classpath:my-profile.json}; null when the application has a bean of its own
 * @param holidays the place of a file of days off for years that the library does not know yet, such as one that
 *     {@code gongkai calendar add} wrote; null for none
 * @param lang the language of reports, {@code zh} when it is not set
 */
@ConfigurationProperties("gongkai")
public record GongkaiProperties(
        @Nullable String profile,
        @Nullable String holidays,
        @DefaultValue("zh") Locale lang) {}
