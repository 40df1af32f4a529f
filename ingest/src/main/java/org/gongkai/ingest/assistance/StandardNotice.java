package org.gongkai.ingest.assistance;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.grammar.NoticeAccount;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Vocabulary;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.table.TableReader;

/**
 * Reads standards from the running text of a notice. Each amount is taken with the words before it; what these leave open comes
 * from the amount before in the line, then from the headings above. An amount of which the words say what is not known, or
 * that is a rise, a sum, a ceiling or a share, is no standard. One text, one use.
 */
final class StandardNotice {

    /** A longer line without amounts is no heading, in characters. */
    private static final int LONGEST_HEADING = 60;

    private final AssistanceTerms terms;
    private final NoticeText text;
    private final AssistanceStandard defaults;
    private final List<Scanned> sentences;
    private final NoticeAccount account = new NoticeAccount();
    private final List<StandardDraft> drafts = new ArrayList<>();
    private final NoticeLines lines = new NoticeLines();

    StandardNotice(AssistanceTerms terms, Vocabulary vocabulary, NoticeText text, AssistanceStandard defaults) {
        this.terms = terms;
        this.text = text;
        this.defaults = defaults;
        this.sentences = Scanned.of(text, vocabulary);
    }

    NoticeReading<AssistanceStandard> read() {
        return read(false);
    }

    /** What the text says of amounts beside tables: what it leaves open is told, though the text alone may give no standard. */
    NoticeReading<AssistanceStandard> readBeside() {
        return read(true);
    }

    private NoticeReading<AssistanceStandard> read(boolean tables) {
        NoticeFacts facts = new NoticeFacts(text, sentences, account);
        if (facts.refused(defaults.place())) {
            return NoticeReading.nothing(account.problems());
        }
        sentences.forEach(this::take);
        StandardLines made = new StandardLines(account, facts, defaults);
        List<NoticeReading.Read<AssistanceStandard>> records = made.of(drafts);
        if (tables || !records.isEmpty()) {
            account.leftOver(sentences, StandardNotice::speaks, "assistance-standard");
        }
        SourceProblem why = records.isEmpty() && !tables
                ? NoticeAccount.missing("source.text.noAmount", text.place(), sentences, each -> each.is("item"))
                : null;
        return new NoticeReading<>(records, account.ledger(), account.problems(), why);
    }

    /** What the text says beside a table that holds the amounts. */
    TableReader.Informed<AssistanceStandard> informed() {
        NoticeFacts facts = new NoticeFacts(text, sentences, account);
        AssistanceStandardBuilder line = AssistanceStandardBuilder.builder(defaults);
        List<LedgerEntry> ledger = facts.into(line, null, defaults);
        return new TableReader.Informed<>(line.build(), ledger, account.problems());
    }

    /** A number of yuan, a share, a multiple or the standard that another follows; how many people there are is nobody's standard. */
    private static boolean speaks(Scanned sentence, Sign sign) {
        String plain = sentence.sentence().plain();
        if (sign.is("like")) {
            return plain.contains("标准") && !plain.startsWith("《", sign.to());
        }
        return sign.kind() == Sign.Kind.NUMBER
                && sign.to() < plain.length()
                && ("元%倍".indexOf(plain.charAt(sign.to())) >= 0 || plain.startsWith("万元", sign.to()));
    }

    // ---- sentences

    private void take(Scanned sentence) {
        lines.begin(sentence.sentence());
        if (sentence == sentences.get(0) && sentence.sentence().plain().length() <= LONGEST_HEADING) {
            lines.title = new Phrase(sentence, terms, 0, sentence.signs().size());
        }
        if (sentence.sentence().first()) {
            headingInLine(sentence);
        }
        List<MoneyChain> chains = MoneyChain.of(sentence, lines.bareUnit() != null);
        if (chains.isEmpty()) {
            heading(sentence);
            follows(sentence);
            return;
        }
        new AmountSentence(sentence, chains, terms, lines, account, drafts).read();
    }

    private void heading(Scanned sentence) {
        int signs = sentence.signs().size();
        int level = sentence.sentence().numbering().level();
        boolean figures = sentence.signs().stream().anyMatch(each -> each.kind() == Sign.Kind.NUMBER);
        if (sentence.sentence().plain().length() > LONGEST_HEADING || figures) {
            return;
        }
        Phrase phrase = new Phrase(sentence, terms, 0, signs);
        UnitFound unit = UnitFound.heading(sentence, 0, signs);
        if (level > 0 || !phrase.empty() || unit != null) {
            lines.heading(level, phrase, unit);
            if (unit != null) {
                unit.use(account);
            }
        }
    }

    /** 城市低保标准（元/月）：甲县646，乙县588: what stands before the colon is the heading of the line. */
    private void headingInLine(Scanned sentence) {
        int level = sentence.sentence().numbering().level();
        for (int i = 0; i < sentence.signs().size(); i++) {
            if (sentence.signs().get(i).kind() == Sign.Kind.NUMBER) {
                return;
            }
            if (sentence.mark(i, ":")) {
                UnitFound unit = UnitFound.heading(sentence, 0, i);
                if (level > 0 || unit != null) {
                    lines.heading(level, new Phrase(sentence, terms, 0, i), unit);
                }
                return;
            }
        }
    }

    /** 事实无人抚养儿童参照社会散居孤儿标准执行. */
    private void follows(Scanned sentence) {
        String plain = sentence.sentence().plain();
        int at = plain.indexOf("参照");
        int sign = at < 0 ? -1 : signAt(sentence, at);
        if (sign < 1 || plain.length() > LONGEST_HEADING * 2) {
            return;
        }
        Phrase who = new Phrase(sentence, terms, 0, sign);
        Phrase whom = new Phrase(sentence, terms, sign + 1, sentence.signs().size());
        if (who.items().isEmpty()
                || whom.items().size() != 1
                || who.items().contains(whom.items().get(0))) {
            return;
        }
        for (AssistanceItem each : who.items()) {
            StandardDraft draft = new StandardDraft(sentence, each);
            draft.itemSpan = who.span("item");
            draft.amountSpan = sentence.sentence().whole();
            draft.follows = whom.items().get(0);
            drafts.add(draft);
        }
    }

    private static int signAt(Scanned sentence, int character) {
        List<Sign> signs = sentence.signs();
        for (int i = 0; i < signs.size(); i++) {
            if (signs.get(i).from() >= character) {
                return i;
            }
        }
        return -1;
    }
}
