package org.gongkai.benchmarks.pipeline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Documents, one a line: the same number gives the same document on every machine.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.gongkai.benchmarks.pipeline.Corpus 1000000 corpus.ndjson
 * java -cp benchmarks/target/benchmarks.jar org.gongkai.benchmarks.pipeline.Corpus 10000 real.ndjson REAL_LIKE
 * }</pre>
 */
public enum Corpus {
    /** Documents of 3 KB each, of 22 phrases, nearly without faults. */
    COMPOSED {
        @Override
        String line(int number) {
            return composed(number);
        }
    },
    /** Documents as long and as varied as those of real sites, with numbers in their texts; three in ten have faults. */
    REAL_LIKE {
        @Override
        String line(int number) {
            return RealLike.document(number);
        }
    },
    /** The same with bodies of HTML, as records made of pages have them. */
    PAGES {
        @Override
        String line(int number) {
            return RealLike.page(number);
        }
    };

    private static final int BODY_CHARACTERS = 720;
    private static final int DAYS = 3650;

    private static final String[] PHRASES = {
        "为贯彻落实上级关于政务公开工作的部署要求，",
        "结合我区实际，",
        "现就有关事项通知如下。",
        "各街道办事处、区政府各部门要高度重视，",
        "明确责任分工，",
        "细化工作措施，",
        "确保各项任务落到实处。",
        "加强统筹协调，",
        "建立健全工作台账，",
        "定期通报进展情况，",
        "对工作不力的予以督促整改。",
        "坚持以公开为常态、不公开为例外，",
        "依法依规做好主动公开，",
        "进一步提高公开质量和实效，",
        "及时回应群众关切。",
        "完善政策解读机制，",
        "做到解读材料与政策文件同步组织、同步审签、同步部署。",
        "强化平台建设，",
        "规范栏目设置，",
        "切实方便群众查询和获取信息。",
        "本通知自印发之日起施行。",
        "请于每月末将落实情况报送区政府办公室。"
    };

    private static final String[] SUBJECTS = {
        "河湖管护", "校园安全", "城市更新", "农村供水", "道路养护", "森林防火", "社区养老", "垃圾分类", "就业服务", "数字政务"
    };

    /**
     * Writes documents to a file.
     *
     * @param arguments how many, where to, and the name of the corpus when it is not the composed one
     * @throws IOException when the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Corpus corpus = arguments.length > 2 ? valueOf(arguments[2]) : COMPOSED;
        corpus.write(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    }

    /** The document of a number as a line of JSON. */
    abstract String line(int number);

    void write(int count, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < count; i++) {
                out.write(line(i));
                out.write('\n');
            }
        }
    }

    /**
     * One document; one in ten lacks its effective date, one in fifty its date of writing, and one in seventy has a
     * number that is not well formed.
     */
    private static String composed(int number) {
        Random random = new Random(number);
        LocalDate day = LocalDate.of(2016, 1, 1).plusDays(number % DAYS);
        String subject = SUBJECTS[random.nextInt(SUBJECTS.length)];
        String documentNumber = "青崂政办字" + (number % 70 == 0 ? "[" + day.getYear() + "]第" : "〔" + day.getYear() + "〕")
                + (number + 1) + "号";
        StringBuilder body = new StringBuilder("各街道办事处，区政府各部门：\\n");
        while (body.length() < BODY_CHARACTERS) {
            body.append(PHRASES[random.nextInt(PHRASES.length)]);
            if (random.nextInt(6) == 0) {
                body.append("\\n");
            }
        }
        return "{\"kind\":\"document\",\"title\":\"关于进一步加强" + subject + "工作的第" + (number + 1) + "号通知\","
                + "\"issuers\":[\"青岛市崂山区人民政府办公室\"],"
                + "\"documentNumber\":\"" + documentNumber + "\","
                + (number % 50 == 0 ? "" : "\"writtenOn\":\"" + day + "\",")
                + "\"publishedOn\":\"" + day.plusDays(3) + "\","
                + "\"indexNumber\":\"190591" + made(number) + "\","
                + (number % 10 == 0 ? "" : "\"effectiveFrom\":\"" + day.plusDays(3) + "\",")
                + "\"validity\":\"有效\",\"theme\":\"综合政务\\\\政务公开\",\"fileType\":\"其他文件\",\"documentKind\":\"通知\","
                + "\"genre\":\"通知\",\"owner\":\"青岛市崂山区人民政府办公室\","
                + "\"consultation\":{\"department\":\"区政府办公室\",\"telephone\":\"0532-88996769\"},"
                + "\"openness\":\"主动公开\",\"audience\":\"面向社会\","
                + "\"addressees\":[\"各街道办事处\",\"区政府各部门\"],\"signature\":\"青岛市崂山区人民政府办公室\","
                + "\"keywords\":[\"" + subject + "\",\"通知\"],"
                + "\"body\":{\"text\":\"" + body + "\"},"
                + "\"site\":{\"name\":\"崂山政务网\",\"domain\":\"www.example.gov.cn\",\"columnName\":\"政策文件\"},"
                + "\"sourceUrl\":\"http://www.example.gov.cn/doc/" + day.getYear() + "/" + number + ".html\","
                + "\"recordId\":\"" + number + "\"}";
    }

    /** A moment of its own for each of the first three hundred million documents, as index numbers have it. */
    static String made(int number) {
        return LocalDate.of(2016, 1, 1)
                .plusDays(number % DAYS)
                .atStartOfDay()
                .plusSeconds(number / DAYS)
                .format(DateTimeFormatter.ofPattern("uuuuMMddHHmmss"));
    }
}
