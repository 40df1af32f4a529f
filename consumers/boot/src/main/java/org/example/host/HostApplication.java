package org.example.host;

import java.time.Clock;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.profile.Profile;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A government system that takes records over HTTP. */
@SpringBootApplication
public class HostApplication {

    public static void main(String[] args) {
        SpringApplication.run(HostApplication.class, args);
    }

    @Bean
    DisclosureValidator disclosureValidator() {
        return DisclosureValidator.of(Profile.named("shandong-library"), Clock.systemDefaultZone());
    }
}
