package org.gongkai.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.catalogue.CatalogueItemBuilder;
import org.gongkai.core.catalogue.DirectoryItemBuilder;
import org.gongkai.core.catalogue.DisclosureAudience;
import org.gongkai.core.catalogue.DisclosureChannel;
import org.gongkai.core.catalogue.DisclosureField;
import org.gongkai.core.catalogue.DisclosureLimit;
import org.gongkai.core.catalogue.DisclosureManner;
import org.gongkai.core.catalogue.DisclosureTier;
import org.gongkai.core.catalogue.LegalBasis;
import org.gongkai.core.catalogue.PublicServiceUnitBuilder;
import org.gongkai.core.catalogue.ServiceSector;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.register.DisclosureCornerBuilder;
import org.gongkai.core.register.ErrorReportBuilder;
import org.gongkai.core.register.MediaPlatform;
import org.gongkai.core.register.NewMediaAccountBuilder;
import org.gongkai.core.register.RunState;
import org.gongkai.core.register.SiteIdCode;
import org.gongkai.core.register.SiteRegistrationBuilder;
import org.gongkai.core.register.SiteType;
import org.gongkai.core.work.DisclosureOfficeBuilder;
import org.gongkai.core.work.ResponsibleBody;
import org.gongkai.core.work.TaskBuilder;
import org.gongkai.core.work.TaskLimit;
import org.gongkai.core.work.TrainingBuilder;

/** Good records of what a body lists and does each year. */
public final class DutyRecords {

    private static final Agency BODY = Agency.parse("东岭区民政局");
    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

    private DutyRecords() {}

    /** An item of the field of assistance. */
    public static CatalogueItemBuilder item() {
        return CatalogueItemBuilder.builder()
                .field(DisclosureField.parse("社会救助"))
                .number("1")
                .level1("综合业务")
                .level2("政策法规文件")
                .content("《东岭区低保办法》")
                .bases(List.of(new LegalBasis("政府信息公开条例", DocumentNumber.parse("国务院令第711号"), null)))
                .limit(DisclosureLimit.parse("信息形成或者变更之日起20个工作日内"))
                .bodies(List.of(BODY))
                .channels(List.of(DisclosureChannel.of(DisclosureChannel.Channel.GOVERNMENT_SITE)))
                .audience(List.of(DisclosureAudience.of(DisclosureAudience.Audience.ALL_SOCIETY)))
                .manner(List.of(DisclosureManner.of(DisclosureManner.Manner.PROACTIVE)))
                .tiers(List.of(DisclosureTier.of(DisclosureTier.Tier.COUNTY)))
                .changedOn(DAY);
    }

    /** An item of the directory of a department. */
    public static DirectoryItemBuilder directory() {
        return DirectoryItemBuilder.builder()
                .column1("法定主动公开内容")
                .column2("规范性文件")
                .content("本局规范性文件")
                .limit(DisclosureLimit.parse("文件发布3个工作日内"))
                .bodies(List.of(BODY))
                .changedOn(DAY);
    }

    /** A school. */
    public static PublicServiceUnitBuilder unit() {
        return PublicServiceUnitBuilder.builder()
                .name("东岭区第一中学")
                .sector(ServiceSector.of(ServiceSector.Sector.EDUCATION))
                .authority(Agency.parse("东岭区教育和体育局"))
                .columnUrl("https://www.example.gov.cn/dlyz/")
                .liaison(new Consultation("办公室", "0532-88990000"))
                .lastAssessedOn(DAY);
    }

    /** A portal. */
    public static SiteRegistrationBuilder site() {
        return SiteRegistrationBuilder.builder()
                .name("东岭区人民政府")
                .type(SiteType.of(SiteType.Type.PORTAL))
                .domain("www.dongling.gov.cn")
                .idCode(SiteIdCode.parse("3702120001"))
                .owner(BODY)
                .icp("鲁ICP备09023866号")
                .police("鲁公网安备 37021202000199号")
                .status(RunState.of(RunState.State.NORMAL))
                .changedOn(DAY);
    }

    /** An account that posts. */
    public static NewMediaAccountBuilder account() {
        return NewMediaAccountBuilder.builder()
                .platform(MediaPlatform.of(MediaPlatform.Platform.WECHAT_OFFICIAL))
                .name("东岭民政")
                .owner(BODY)
                .reviewer("三审三校")
                .openedOn(DAY)
                .filedOn(DAY)
                .status(RunState.of(RunState.State.NORMAL))
                .lastPostOn(LocalDate.of(2024, 5, 31))
                .checkedOn(LocalDate.of(2024, 6, 1));
    }

    /** A report that was answered in time. */
    public static ErrorReportBuilder report() {
        return ErrorReportBuilder.builder()
                .number("2024-17")
                .site("东岭区人民政府网站")
                .receivedOn(LocalDate.of(2024, 4, 3))
                .handler(BODY)
                .answeredOn(LocalDate.of(2024, 4, 9));
    }

    /** A corner in a service centre. */
    public static DisclosureCornerBuilder corner() {
        return DisclosureCornerBuilder.builder()
                .name("东岭区政务公开专区")
                .owner(BODY)
                .tier(DisclosureTier.of(DisclosureTier.Tier.COUNTY))
                .place("区政务服务大厅一楼")
                .hours("工作日9:00至17:00")
                .lastUpdatedOn(DAY);
    }

    /** A task that is done. */
    public static TaskBuilder task() {
        return TaskBuilder.builder()
                .body(BODY)
                .year(2024)
                .basis("2024年政务公开工作要点")
                .requirement("公开低保政策")
                .responsible(List.of(new ResponsibleBody(BODY, null)))
                .limit(TaskLimit.parse("年底前"))
                .publishedOn(DAY);
    }

    /** A training of the body's own. */
    public static TrainingBuilder training() {
        return TrainingBuilder.builder()
                .body(BODY)
                .title("政务公开培训")
                .heldOn(DAY)
                .topics(List.of("依申请公开"))
                .people(30);
    }

    /** An office with its money. */
    public static DisclosureOfficeBuilder office() {
        return DisclosureOfficeBuilder.builder()
                .body(BODY)
                .year(2024)
                .office("办公室")
                .budget(new BigDecimal("20000"))
                .groupUpdatedOn(DAY);
    }
}
