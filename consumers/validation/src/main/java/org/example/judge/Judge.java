package org.example.judge;

import java.time.Clock;
import java.util.Locale;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;

/** The first lines of README: what is missing in a record. */
public final class Judge {

    private Judge() {}

    public static void main(String[] arguments) {
        OfficialDocument document = OfficialDocumentBuilder.builder().title("关于做好课后服务工作的通知").build();
        DisclosureValidator validator = DisclosureValidator.of(Profile.named("national"), Clock.systemDefaultZone());
        for (Finding each : validator.judge(document).errors()) {
            System.out.println(each.pointer() + " " + each.text(Locale.getDefault()));
        }
    }
}
