package org.gongkai.validation;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.interpretation.InterpretationElement;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.PolicyAnswerBuilder;
import org.gongkai.core.interpretation.PolicyInterpretationBuilder;
import org.gongkai.core.interpretation.PolicyPackageBuilder;
import org.gongkai.core.interpretation.PolicyPackageItem;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.PressEvent;
import org.gongkai.core.interpretation.PressHost;
import org.gongkai.core.interpretation.PressReleaseBuilder;
import org.gongkai.core.organization.Agency;

/** Good records of what explains policies. */
public final class InterpretationRecords {

    private static final Agency DISTRICT = Agency.parse("青岛市崂山区人民政府办公室");

    private InterpretationRecords() {}

    /** A text on the document of {@link Records#document()}, of the same day. */
    public static PolicyInterpretationBuilder interpretation() {
        return PolicyInterpretationBuilder.builder()
                .title("文字解读：2023年崂山区政务公开工作要点")
                .form(InterpretationForm.of(InterpretationForm.Form.TEXT))
                .interprets(List.of(reference("青崂政办字〔2023〕13号")))
                .responsible(DISTRICT)
                .contact(new Consultation("办公室", "0532-88990000"))
                .elements(List.of(
                        InterpretationElement.of(InterpretationElement.Element.BACKGROUND),
                        InterpretationElement.of(InterpretationElement.Element.MEASURES)))
                .publishedOn(LocalDate.of(2023, 7, 21))
                .publisher(DISTRICT);
    }

    public static PolicyAnswerBuilder answer() {
        return PolicyAnswerBuilder.builder()
                .question("今年怎样公开政策文件？")
                .answer("在政府文件库集中公开。")
                .sources(List.of(new PolicyReference(DocumentNumber.parse("青崂政办字〔2023〕13号"), null, null, null, "第四条")))
                .responsible(DISTRICT)
                .consultation(new Consultation("办公室", "0532-88990000"))
                .publishedOn(LocalDate.of(2023, 8, 1));
    }

    public static PressReleaseBuilder press() {
        return PressReleaseBuilder.builder()
                .title("崂山区政务公开新闻发布会")
                .type(PressEvent.of(PressEvent.Event.PRESS_CONFERENCE))
                .heldOn(LocalDate.of(2023, 8, 2))
                .host(PressHost.of(PressHost.Level.DISTRICT))
                .organiser(DISTRICT)
                .subjects(List.of(reference("青崂政办字〔2023〕13号")))
                .transcriptUrl("https://www.example.gov.cn/fbh.html");
    }

    public static PolicyPackageBuilder policies() {
        return PolicyPackageBuilder.builder()
                .name("小微企业政策包")
                .audience("小微企业")
                .owner(DISTRICT)
                .items(List.of(item("青崂政办字〔2023〕13号")))
                .publishedOn(LocalDate.of(2023, 8, 3));
    }

    public static PolicyPackageItem item(String number) {
        return new PolicyPackageItem(reference(number), "公开服务", "在本区注册", null, null, null, null);
    }

    public static PolicyReference reference(String number) {
        return PolicyReference.of(DocumentNumber.parse(number));
    }
}
