package org.gongkai.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.PartialDate;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyPackage;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.table.TableKind;

/**
 * Makes rows of a kind: the columns are fields of its description under the labels that the description gives them, and the cells are
 * texts of the fields' types. Some rows have blanks, and some tables columns that nobody knows.
 */
public enum WrittenKind {
    DOCUMENTS(
            OfficialDocument.class,
            null,
            Map.of(),
            Set.of("title", "documentNumber", "writtenOn"),
            List.of(
                    "publishedOn",
                    "indexNumber",
                    "issuers",
                    "effectiveFrom",
                    "expiresOn",
                    "validity",
                    "normativeNumber",
                    "openness",
                    "owner",
                    "consultation.telephone",
                    "addressees",
                    "signature",
                    "keywords",
                    "summary",
                    "note",
                    "sourceUrl",
                    "recordId")),
    STANDARDS(
            AssistanceStandard.class,
            TableKind.ASSISTANCE_STANDARD,
            Map.of("place", "海州市东岭区", "unit", "元/人·月"),
            Set.of("item", "residence", "amount", "effectiveFrom"),
            List.of(
                    "scope",
                    "previousAmount",
                    "basis.documentNumber",
                    "publishedOn",
                    "setBy",
                    "publisher",
                    "note",
                    "source")),
    PLANS(
            LandRequisitionPlan.class,
            TableKind.LAND,
            Map.of("compiledBy", "海州市东岭区人民政府", "year", "2024"),
            Set.of("items.number", "items.name", "items.plannedArea"),
            List.of(
                    "items.location",
                    "items.use",
                    "items.ground",
                    "items.quarter",
                    "items.implementer",
                    "items.state")),
    PROJECTS(
            LandRequisitionProject.class,
            TableKind.LAND,
            Map.of(),
            Set.of("code", "name", "totalArea"),
            List.of(
                    "approvalNumber",
                    "approvedOn",
                    "approvalReceivedOn",
                    "approvingAuthority",
                    "use",
                    "regime",
                    "implementer",
                    "contact.telephone",
                    "contact.office")),
    PARCELS(
            LandRequisitionProject.class,
            TableKind.LAND,
            Map.of("code", "J1", "name", "东岭一路"),
            Set.of("parcels.number", "parcels.collective", "parcels.area"),
            List.of("parcels.location", "parcels.bounds.east", "parcels.bounds.west")),
    CATALOGUES(
            DecisionCatalogue.class,
            TableKind.DECISION,
            Map.of("body", "海州市东岭区人民政府", "year", "2024"),
            Set.of("matters.sequence", "matters.name", "matters.units"),
            List.of("matters.lead", "matters.legalBases", "matters.plannedTime", "matters.stage", "matters.note")),
    CONSULTATIONS(
            PublicConsultation.class,
            TableKind.DECISION,
            Map.of("body", "海州市东岭区人民政府"),
            Set.of("opinions.number", "opinions.text", "opinions.adoption"),
            List.of("opinions.contributor", "opinions.reason", "opinions.count")),
    REQUESTS(
            DisclosureRequest.class,
            TableKind.REQUEST,
            Map.of("body", "东岭区水务局"),
            Set.of("caseNumber", "receivedOn", "description.title"),
            List.of(
                    "applicantType",
                    "channel",
                    "formWanted.way",
                    "submittedOn",
                    "corrections.askedOn",
                    "extension.days",
                    "fee.amount",
                    "outcome",
                    "replyNumber",
                    "repliedOn",
                    "remedy.court",
                    "disputes.closedOn",
                    "madePublic.on")),
    INTERPRETATIONS(
            PolicyInterpretation.class,
            TableKind.INTERPRETATION,
            Map.of("publisher", "东岭区人民政府办公室"),
            Set.of("title", "form", "interprets.documentNumber"),
            List.of(
                    "interprets.title",
                    "interprets.url",
                    "stage",
                    "responsible",
                    "interpreter.post",
                    "contact.telephone",
                    "elements",
                    "publishedOn",
                    "indexNumber",
                    "channels",
                    "body.text",
                    "mediaUrl",
                    "transcript",
                    "validity",
                    "sourceUrl")),
    ANSWERS(
            PolicyAnswer.class,
            TableKind.POLICY_ANSWER,
            Map.of("responsible", "东岭区民政局"),
            Set.of("question", "answer", "sources.documentNumber"),
            List.of(
                    "sources.title",
                    "sources.clause",
                    "topic",
                    "audience",
                    "consultation.telephone",
                    "askedTimes",
                    "origin",
                    "publishedOn",
                    "reviewedOn",
                    "validUntil",
                    "status",
                    "sourceUrl")),
    PRESS(
            PressRelease.class,
            TableKind.PRESS_RELEASE,
            Map.of("organiser", "东岭区人民政府办公室"),
            Set.of("title", "type", "heldOn"),
            List.of(
                    "heldAt",
                    "place",
                    "host",
                    "speakers.name",
                    "subjects.documentNumber",
                    "trigger",
                    "meetingOn",
                    "transcriptUrl",
                    "videoUrl",
                    "publishedOn")),
    PACKAGES(
            PolicyPackage.class,
            TableKind.POLICY_PACKAGE,
            Map.of("owner", "东岭区工业和信息化局"),
            Set.of("name", "items.document.documentNumber", "items.conditions"),
            List.of(
                    "items.document.title",
                    "items.benefit",
                    "items.materials",
                    "items.window",
                    "items.deadline",
                    "publishedOn",
                    "updatedOn",
                    "validUntil")),
    /** One report, with a line for each figure of its form; the number of rows is the form's. */
    ANNUAL_REPORTS(
            AnnualReport.class,
            TableKind.ANNUAL_REPORT,
            Map.of("body", "东岭区水务局", "year", "2024"),
            Set.of(),
            List.of()) {
        @Override
        Arbitrary<WrittenRows> rows(int least, int most) {
            List<List<String>> cells = new ArrayList<>();
            ReportForm form = Objects.requireNonNull(ReportForm.of(2024));
            for (ReportTable table : ReportTable.values()) {
                for (FormRow row : form.rows(table)) {
                    row.columns().forEach(each -> cells.add(List.of(table.number(), row.code(), each.label())));
                }
            }
            return Arbitraries.of("0", "1", "12", "", "/")
                    .list()
                    .ofSize(cells.size())
                    .map(figures -> {
                        List<List<String>> rows = new ArrayList<>();
                        for (int i = 0; i < figures.size(); i++) {
                            List<String> line = new ArrayList<>(cells.get(i));
                            line.add(figures.get(i));
                            rows.add(line);
                        }
                        return new WrittenRows(this, List.of("表", "行", "列", "数值"), rows);
                    });
        }
    };

    /** Fields of which a blank cell of a table, but of no object, says what the row above says; blanks there are told and differ. */
    private static final Set<String> CARRIED = Set.of("scope", "matters.lead", "parcels.location");

    /** Headers that no kind knows. */
    private static final List<String> STRANGE = List.of("内部流水", "颜色标记", "登录名");

    private final RecordKind<? extends DisclosureRecord> kind;
    private final TableKind table;
    private final Map<String, String> defaults;
    private final Set<String> needed;
    private final List<String> others;

    WrittenKind(
            Class<? extends DisclosureRecord> type,
            TableKind table,
            Map<String, String> defaults,
            Set<String> needed,
            List<String> others) {
        this.kind = RecordKind.of(type);
        this.table = table;
        this.defaults = defaults;
        this.needed = needed;
        this.others = others;
    }

    /** What the mapping says of sources of such rows. */
    List<Mapping.Tables> tables() {
        return table == null
                ? List.of()
                : List.of(
                        new Mapping.Tables("*", table, defaults, Map.of(), false),
                        new Mapping.Tables("jdbc", table, defaults, Map.of(), false));
    }

    /** Whether nobody knows a column of that header. */
    static boolean strange(String header) {
        return STRANGE.contains(header);
    }

    private String label(String path) {
        return Objects.requireNonNull(kind.field(path), path).label().zh();
    }

    /** Tables of so many rows at least and at most. */
    Arbitrary<WrittenRows> rows(int least, int most) {
        Arbitrary<List<String>> paths = Combinators.combine(Arbitraries.subsetOf(others), Arbitraries.subsetOf(STRANGE))
                .as((some, strange) -> {
                    List<String> all = new ArrayList<>(kind.allFields().stream()
                            .map(RecordField::path)
                            .filter(each -> needed.contains(each) || some.contains(each))
                            .toList());
                    all.addAll(strange);
                    return all;
                });
        return paths.flatMap(columns -> {
            List<Arbitrary<String>> cells = columns.stream().map(this::cell).toList();
            List<String> header = columns.stream()
                    .map(each -> STRANGE.contains(each) ? each : label(each))
                    .toList();
            return Combinators.combine(cells)
                    .as(row -> row)
                    .list()
                    .ofMinSize(least)
                    .ofMaxSize(most)
                    .map(rows -> new WrittenRows(this, header, numbered(columns, rows)));
        });
    }

    private Arbitrary<String> cell(String path) {
        if (STRANGE.contains(path)) {
            return Arbitraries.of("", "甲", "0012", "蓝");
        }
        Arbitrary<String> text = Texts.of(path, Objects.requireNonNull(kind.field(path)));
        return needed.contains(path) || CARRIED.contains(path)
                ? text
                : Arbitraries.oneOf(text, text, text, Arbitraries.just(""));
    }

    /** No two rows are the same record: # in a text is the number of the row. */
    private static List<List<String>> numbered(List<String> columns, List<List<String>> rows) {
        List<List<String>> numbered = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String number = String.valueOf(i + 1);
            numbered.add(
                    rows.get(i).stream().map(each -> each.replace("#", number)).toList());
        }
        return numbered;
    }

    /** Texts by the type of a field. */
    private static final class Texts {

        private static final Map<String, Arbitrary<String>> BY_PATH = Map.ofEntries(
                Map.entry("title", Arbitraries.of("关于做好第#号防汛工作的通知", "东岭区第#次用水调度办法")),
                Map.entry("documentNumber", Arbitraries.of("东水〔2023〕#号", "东政办发〔2024〕#号")),
                Map.entry("indexNumber", Arbitraries.of("11370212MB284541X/2023-0000#")),
                Map.entry("normativeNumber", Arbitraries.of("DLDR-2023-002000#")),
                Map.entry("validity", Arbitraries.of("有效", "废止", "失效")),
                Map.entry("openness", Arbitraries.of("主动公开", "依申请公开")),
                Map.entry("consultation.telephone", Arbitraries.of("0532-88990011")),
                Map.entry("sourceUrl", Arbitraries.of("http://www.example.gov.cn/a/#.html")),
                Map.entry("item", Arbitraries.of("低保", "特困基本生活", "困难残疾人生活补贴")),
                Map.entry("residence", Arbitraries.of("城市", "农村")),
                Map.entry("scope", Arbitraries.of("东岭区", "西河县")),
                Map.entry("basis.documentNumber", Arbitraries.of("东民〔2023〕#号")),
                Map.entry("items.name", Arbitraries.of("东岭第#号路", "第#号学校")),
                Map.entry("name", Arbitraries.of("东岭第#号路", "第#号学校")),
                Map.entry("items.number", Arbitraries.just("#")),
                Map.entry("items.quarter", Arbitraries.of("第一季度", "第三季度")),
                Map.entry("items.ground", Arbitraries.of("基础设施", "公共事业")),
                Map.entry("items.state", Arbitraries.of("已批准", "未启动")),
                Map.entry("regime", Arbitraries.of("集体土地征收")),
                Map.entry("code", Arbitraries.just("J#")),
                Map.entry("approvalNumber", Arbitraries.of("鲁政土字〔2024〕#号")),
                Map.entry("parcels.number", Arbitraries.just("#")),
                Map.entry("parcels.collective", Arbitraries.of("东岭镇东村", "东岭镇西村")),
                Map.entry("matters.sequence", Arbitraries.just("#")),
                Map.entry("matters.name", Arbitraries.of("东岭区第#号水网规划", "第#条公交线路调整")),
                Map.entry("matters.plannedTime", Arbitraries.of("2024年6月", "第四季度")),
                Map.entry("matters.stage", Arbitraries.of("起草", "已决策")),
                Map.entry("opinions.number", Arbitraries.just("#")),
                Map.entry("opinions.adoption", Arbitraries.of("采纳", "部分采纳", "未采纳")),
                Map.entry("opinions.count", Arbitraries.of("1", "3")),
                Map.entry("form", Arbitraries.of("文字解读", "图解", "专家解读")),
                Map.entry("interprets.documentNumber", Arbitraries.of("东水〔2023〕#号", "东水〔2023〕#号、东政发〔2024〕#号")),
                Map.entry("stage", Arbitraries.of("正式文件", "征求意见稿")),
                Map.entry("elements", Arbitraries.of("制定背景、主要内容", "适用范围")),
                Map.entry("question", Arbitraries.of("第#件事怎样办理？", "第#号补贴发给谁？")),
                Map.entry("sources.documentNumber", Arbitraries.of("东民〔2023〕#号")),
                Map.entry("origin", Arbitraries.of("高频咨询", "热线")),
                Map.entry("status", Arbitraries.of("有效", "失效")),
                Map.entry("type", Arbitraries.of("新闻发布会", "政策吹风会")),
                Map.entry("host", Arbitraries.of("区政府名义", "部门名义")),
                Map.entry("trigger", Arbitraries.of("政府常务会议", "例行发布")),
                Map.entry("subjects.documentNumber", Arbitraries.of("东民〔2023〕#号")),
                Map.entry("items.document.documentNumber", Arbitraries.of("东民〔2023〕#号")),
                Map.entry("caseNumber", Arbitraries.of("2024-10#")),
                Map.entry("applicantType", Arbitraries.of("自然人", "商业企业")),
                Map.entry("channel", Arbitraries.of("邮寄", "当面")),
                Map.entry("outcome", Arbitraries.of("予以公开")),
                Map.entry("replyNumber", Arbitraries.of("东水依申请〔2024〕#号")));

        private static final Map<Class<?>, Arbitrary<String>> BY_TYPE = new HashMap<>();

        static {
            Arbitrary<String> days = Combinators.combine(
                            Arbitraries.integers().between(2020, 2024),
                            Arbitraries.integers().between(1, 12),
                            Arbitraries.integers().between(1, 28))
                    .as((year, month, day) -> LocalDate.of(year, month, day))
                    .flatMap(day -> Arbitraries.of(
                            day.toString(),
                            day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
                            day.toString().replace('-', '/')));
            BY_TYPE.put(LocalDate.class, days);
            BY_TYPE.put(PartialDate.class, days);
            BY_TYPE.put(LocalDateTime.class, Arbitraries.of("2024-03-07 10:00", "2024年3月7日 9:30"));
            BY_TYPE.put(
                    BigDecimal.class, Arbitraries.integers().between(300, 2900).map(String::valueOf));
            BY_TYPE.put(Integer.class, Arbitraries.integers().between(1, 20).map(String::valueOf));
            BY_TYPE.put(
                    Area.class,
                    Arbitraries.integers()
                            .between(1, 99999)
                            .map(each -> BigDecimal.valueOf(each, 4)
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    + "公顷"));
            BY_TYPE.put(Agency.class, Arbitraries.of("东岭区水务局", "东岭区民政局", "海州市东岭区人民政府"));
        }

        static Arbitrary<String> of(String path, RecordField field) {
            Arbitrary<String> text = BY_PATH.get(path);
            return text != null
                    ? text
                    : BY_TYPE.getOrDefault(field.type(), Arbitraries.of("按第#号意见办理", "东岭镇#号", "水务、交通"));
        }
    }
}
