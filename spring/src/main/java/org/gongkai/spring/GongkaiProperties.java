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
 * @param lang the language of reports, {@code zh} when it is not set
 */
@ConfigurationProperties("gongkai")
public record GongkaiProperties(
        @Nullable String profile, @DefaultValue("zh") Locale lang) {}
