package org.gongkai.ingest.listing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.DateText;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.catalogue.DisclosureAudience;
import org.gongkai.core.catalogue.DisclosureChannel;
import org.gongkai.core.catalogue.DisclosureField;
import org.gongkai.core.catalogue.DisclosureLimit;
import org.gongkai.core.catalogue.DisclosureManner;
import org.gongkai.core.catalogue.DisclosureTier;
import org.gongkai.core.catalogue.ItemChange;
import org.gongkai.core.catalogue.LegalBasis;
import org.gongkai.core.catalogue.MatterType;
import org.gongkai.core.catalogue.ServiceSector;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.ThemeCategory;
import org.gongkai.core.document.Validity;
import org.gongkai.core.interpretation.AnswerOrigin;
import org.gongkai.core.interpretation.AnswerStatus;
import org.gongkai.core.interpretation.InterpretationElement;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.InterpretationStage;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.PressEvent;
import org.gongkai.core.interpretation.PressHost;
import org.gongkai.core.interpretation.PressTrigger;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.core.register.AccountEvent;
import org.gongkai.core.register.ErrorKind;
import org.gongkai.core.register.MediaPlatform;
import org.gongkai.core.register.RunState;
import org.gongkai.core.register.SiteIdCode;
import org.gongkai.core.register.SiteType;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.work.ResponsibleBody;
import org.gongkai.core.work.TaskLimit;
import org.gongkai.core.work.TaskRole;
import org.gongkai.core.work.TaskState;
import org.gongkai.core.work.TrainingKind;
import org.gongkai.core.work.TrainingLevel;
import org.jspecify.annotations.Nullable;

/** Reads cells by the type of the field that they are for; a cell may hold several values where its field does. */
final class ListValues {

    private static final Map<Class<?>, Function<String, Object>> TERMS = Map.ofEntries(
            Map.entry(Agency.class, Agency::parse),
            Map.entry(IndexNumber.class, IndexNumber::parse),
            Map.entry(ThemeCategory.class, ThemeCategory::parse),
            Map.entry(Validity.class, Validity::parse),
            Map.entry(InterpretationForm.class, InterpretationForm::parse),
            Map.entry(InterpretationElement.class, InterpretationElement::parse),
            Map.entry(InterpretationStage.class, InterpretationStage::parse),
            Map.entry(AnswerOrigin.class, AnswerOrigin::parse),
            Map.entry(AnswerStatus.class, AnswerStatus::parse),
            Map.entry(PressEvent.class, PressEvent::parse),
            Map.entry(PressHost.class, PressHost::parse),
            Map.entry(PressTrigger.class, PressTrigger::parse),
            Map.entry(DisclosureAudience.class, DisclosureAudience::parse),
            Map.entry(DisclosureField.class, DisclosureField::parse),
            Map.entry(DisclosureLimit.class, DisclosureLimit::parse),
            Map.entry(DisclosureManner.class, DisclosureManner::parse),
            Map.entry(DisclosureTier.class, DisclosureTier::parse),
            Map.entry(ItemChange.class, ItemChange::parse),
            Map.entry(MatterType.class, MatterType::parse),
            Map.entry(ServiceSector.class, ServiceSector::parse),
            Map.entry(DisclosureChannel.class, DisclosureChannel::parse),
            Map.entry(AccountEvent.class, AccountEvent::parse),
            Map.entry(ErrorKind.class, ErrorKind::parse),
            Map.entry(MediaPlatform.class, MediaPlatform::parse),
            Map.entry(RunState.class, RunState::parse),
            Map.entry(SiteType.class, SiteType::parse),
            Map.entry(TaskLimit.class, TaskLimit::parse),
            Map.entry(TaskRole.class, TaskRole::parse),
            Map.entry(TaskState.class, TaskState::parse),
            Map.entry(TrainingKind.class, TrainingKind::parse),
            Map.entry(TrainingLevel.class, TrainingLevel::parse),
            Map.entry(CreditCode.class, CreditCode::parse));

    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?[T ，,]?(上午|早上|中午|下午|晚上)?(\\d{1,2})[:：时点](?:(\\d{1,2})分?|整)?(?::\\d{2})?");

    private static final Pattern COUNT = Pattern.compile("(\\d{1,9})(?:次|人次|人|个|名|年度?)?");
    private static final Pattern MONEY = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,4})?)(万?)元?");
    private static final Set<String> YES =
            Set.of("是", "有", "已", "√", "✓", "已整改", "有效", "满意", "已支持", "支持", "1", "true", "Y");
    private static final Set<String> NO =
            Set.of("否", "无", "未", "×", "未整改", "无效", "不满意", "不支持", "未支持", "0", "false", "N");
    private static final String BETWEEN = "、,，;；\n";
    private static final String BETWEEN_TEXTS = ";；\n";

    private ListValues() {}

    /** The values of a cell; none where a part of it cannot be read. */
    static Reading<List<Object>> read(RecordField field, String text, boolean many) {
        List<Object> values = new ArrayList<>();
        Set<Repair> repairs = new LinkedHashSet<>();
        if (inOneCell(field.type())) {
            List<? extends Object> all =
                    field.type() == LegalBasis.class ? CellBases.read(text) : CellBodies.read(text, List.of());
            return new Reading<>(text, all.isEmpty() ? null : List.copyOf(all), List.of());
        }
        if (field.type() == DisclosureChannel.class && many) {
            return ChosenMarks.read(text, parts(field, text));
        }
        for (String each : many ? parts(field, text) : List.of(text)) {
            Reading<?> one = one(field.type(), each);
            if (one.value() == null) {
                return new Reading<>(text, null, List.copyOf(repairs));
            }
            values.add(one.value());
            repairs.addAll(one.repairs());
        }
        return new Reading<>(text, values.isEmpty() ? null : List.copyOf(values), List.copyOf(repairs));
    }

    /** Whether a cell holds all objects of such a type, each with its parts. */
    static boolean inOneCell(Class<?> type) {
        return type == LegalBasis.class || type == ResponsibleBody.class;
    }

    private static List<String> parts(RecordField field, String text) {
        if (field.name().equals("title")) {
            return PolicyReference.pieces(text);
        }
        // Addresses and clauses hold commas of their own.
        boolean whole = field.name().equals("url") || field.name().equals("clause");
        String between = whole ? BETWEEN_TEXTS : BETWEEN;
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || between.indexOf(text.charAt(i)) >= 0) {
                String part = LegacyText.stripUnseen(text.substring(start, i));
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }

    private static Reading<?> one(Class<?> type, String text) {
        if (type == LocalDate.class) {
            return DateText.read(text);
        }
        if (type == DocumentNumber.class) {
            return DocumentNumber.read(text);
        }
        String plain = LegacyText.stripUnseen(text);
        List<Repair> repairs = plain.equals(text) ? List.of() : List.of(Repair.OUTER_BLANKS);
        if (type == LocalDateTime.class) {
            return new Reading<>(text, time(plain), repairs);
        }
        if (type == Integer.class) {
            Matcher count = COUNT.matcher(plain);
            return new Reading<>(text, count.matches() ? Integer.valueOf(count.group(1)) : null, repairs);
        }
        if (type == BigDecimal.class) {
            Matcher money = MONEY.matcher(plain.replace(",", ""));
            BigDecimal yuan = money.matches() ? new BigDecimal(money.group(1)) : null;
            boolean tenThousands = yuan != null && !money.group(2).isEmpty();
            return new Reading<>(text, tenThousands ? yuan.movePointRight(4) : yuan, repairs);
        }
        if (type == Boolean.class) {
            return new Reading<>(
                    text, YES.contains(plain) ? Boolean.TRUE : NO.contains(plain) ? Boolean.FALSE : null, repairs);
        }
        if (type == SiteIdCode.class) {
            return SiteIdCode.read(text);
        }
        Function<String, Object> term = TERMS.get(type);
        return new Reading<>(text, plain.isEmpty() ? null : term == null ? plain : term.apply(plain), repairs);
    }

    /** 下午3点 is 15 o'clock, and so is 下午15点. */
    private static int hour(@Nullable String half, int hour) {
        boolean afternoon = "下午".equals(half) || "晚上".equals(half) || "中午".equals(half) && hour < 3;
        return afternoon && hour < 12 ? hour + 12 : hour;
    }

    private static @Nullable LocalDateTime time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    Integer.parseInt(time.group(1)),
                    Integer.parseInt(time.group(2)),
                    Integer.parseInt(time.group(3)),
                    hour(time.group(4), Integer.parseInt(time.group(5))),
                    time.group(6) == null ? 0 : Integer.parseInt(time.group(6)));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
