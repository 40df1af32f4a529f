package org.gongkai.benchmarks;

import java.util.concurrent.TimeUnit;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.assistance.AssistanceTableReader;
import org.gongkai.ingest.land.LandDefaults;
import org.gongkai.ingest.land.LandTableReader;
import org.gongkai.ingest.notice.NoticeText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The running text of notices: how many a second are taken apart and read, of a page's length each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Notices {

    private static final String STANDARDS = """
            东岚市民政局关于调整困难群众救助保障标准的通知
            经市政府同意，从2025年1月1日起，调整全市救助保障标准。
            一、城乡居民最低生活保障标准
            城市低保标准由每人每月1045元提高到1115元，农村低保标准由每人每月791元提高到860元。
            二、特困人员救助供养标准
            （一）基本生活标准。城市由每人每月1568元提高到1673元，农村由每人每月1187元提高到1290元。
            （二）照料护理标准。全护理、半护理、全自理分别为每人每月1320元、990元、440元。
            三、孤儿保障标准
            机构养育孤儿每人每月2788元，社会散居孤儿每人每月2230元，重点困境儿童每人每月1810元。
            四、残疾人两项补贴
            困难残疾人生活补贴：一级、二级每人每月223元，三级、四级每人每月168元。
            """;
    private static final String LAND = """
            甲县人民政府征收土地公告
            批准机关：东江省人民政府
            批准文号：东政土字〔2024〕123号
            批准时间：2024年11月8日
            征收土地位置：西河镇上河村
            征收土地面积：2.3450公顷，其中农用地2.1000公顷（耕地1.8000公顷），建设用地0.2000公顷，未利用地0.0450公顷。
            补偿标准：区片综合地价为6.8万元/亩。
            登记期限：2024年12月1日至2024年12月15日，登记地点：西河镇人民政府。
            """;

    private final AssistanceTableReader standards = AssistanceTableReader.standard();
    private final AssistanceStandard none =
            AssistanceStandardBuilder.builder().place("东岚市").build();
    private final LandTableReader land = LandTableReader.standard();
    private final LandDefaults collective = LandDefaults.collectiveLand();

    /** A notice of standards, of which fifteen lines come. */
    @Benchmark
    public Object standards() {
        return standards.readText(NoticeText.of(Location.of("notice"), STANDARDS), none);
    }

    /** A notice of land requisition, of which one project comes. */
    @Benchmark
    public Object land() {
        return land.readText(NoticeText.of(Location.of("notice"), LAND), collective);
    }
}
