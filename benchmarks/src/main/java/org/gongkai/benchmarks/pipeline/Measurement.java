package org.gongkai.benchmarks.pipeline;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures works beside each other. Each round does every work once, in turn, so that load from elsewhere falls on all of them; the
 * median of the rounds counts, after two that warm up.
 *
 * @param base the work that the others are compared with
 * @param count how many things each work does
 * @param after what is done behind each work and not measured
 */
record Measurement(String base, int count, Work after) {

    private static final int WARM_UP = 2;

    /** A piece of work over everything. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * What was measured of a work.
     *
     * @param work its name
     * @param perSecond how many things in a second
     * @param against how much CPU time it takes of that of the base, all threads together
     * @param allocated bytes for each thing, by the thread that does the work
     */
    record Figure(String work, double perSecond, double against, double allocated) {}

    List<Figure> of(Map<String, Work> works, int rounds) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        Map<String, double[][]> taken = new LinkedHashMap<>();
        works.keySet().forEach(each -> taken.put(each, new double[3][rounds]));
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Map.Entry<String, Work> each : works.entrySet()) {
                long bytes = threads.getThreadAllocatedBytes(self);
                long cpu = system.getProcessCpuTime();
                long before = System.nanoTime();
                each.getValue().run();
                if (round >= 0) {
                    double[][] its = taken.get(each.getKey());
                    its[0][round] = (System.nanoTime() - before) / 1e9;
                    its[1][round] = system.getProcessCpuTime() - cpu;
                    its[2][round] = threads.getThreadAllocatedBytes(self) - bytes;
                }
                after.run();
            }
        }
        double cpuOfBase = median(taken.get(base)[1]);
        List<Figure> figures = new ArrayList<>();
        taken.forEach((work, its) -> figures.add(
                new Figure(work, count / median(its[0]), median(its[1]) / cpuOfBase, median(its[2]) / count)));
        return figures;
    }

    void print(String things, List<Figure> figures) {
        System.out.printf(
                "| work | %s/s | CPU time against %s | KB allocated for each |%n|---|---:|---:|---:|%n", things, base);
        for (Figure each : figures) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %.2f | %.1f |%n",
                    each.work(),
                    each.perSecond(),
                    each.against(),
                    each.allocated() / 1024);
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
