#!/bin/sh
# Converts a CSV of standards and one of parcels in 256 MB of heap and prints the time of each: usage tables.sh [FOLDER] [ROWS]
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
work=${1:-$(mktemp -d)}
rows=${2:-1000000}
mkdir -p "$work"

standards() {
    echo '地区,救助项目,保障标准（元/人·月）,执行时间,文号'
    awk -v n="$rows" 'BEGIN {
        split("城市低保 农村低保 城市特困人员基本生活 农村特困人员基本生活 社会散居孤儿", item, " ")
        for (i = 0; i < n; i++) {
            year = 2015 + int(i / 5) % 10
            printf "东岭市第%d区,%s,%d,%d-01-01,岭民发〔%d〕%d号\n", int(i / 50) + 1, item[i % 5 + 1], 500 + i * 7 % 900, year, year, i % 90 + 1
        }
    }'
}

# Projects of one to nineteen parcels, behind each other.
parcels() {
    echo '项目编号,项目名称,批准文号,批准时间,镇街,村,权属单位,地块编号,面积（公顷）,耕地,建设用地'
    awk -v n="$rows" 'BEGIN {
        split("观湾街道 太平镇 东河镇 西岭镇 南山街道 公义镇", town, " ")
        for (p = 1; i < n; p++) {
            for (k = 0; k < 1 + p % 19 && i < n; k++) {
                all = 100 + ++i * 7919 % 9900
                farm = i * 31 % all
                printf "LW-2024-%06d,东岭区2024年第%d批次建设用地,鲁政土字〔2024〕%d号,2024-%02d-15,%s,第%d村,第%d村村集体,%d,%.4f,%.4f,%.4f\n", \
                    p, p, p, p % 12 + 1, town[(p + k) % 6 + 1], k + 1, k + 1, k + 1, all / 10000, farm / 10000, (all - farm) / 10000
            }
        }
    }'
}

for kind in assistance-standard land; do
    if [ "$kind" = land ]; then parcels; else standards; fi >"$work/table.csv"
    rm -rf "$work/package"
    before=$(date +%s%N)
    code=0
    GONGKAI_JAVA_OPTS=-Xmx256m "$home/gongkai" convert "$work/table.csv" --kind "$kind" --out "$work/package" \
        --now 2026-03-02T09:00:00+08:00 --lang en >"$work/convert.log" 2>&1 || code=$?
    after=$(date +%s%N)
    if [ "$code" -ne 1 ]; then
        # The tables name no publisher, so 1 is what a good run answers.
        tail -n 5 "$work/convert.log" >&2
        exit 1
    fi
    echo "$kind: $rows rows, $(wc -l <"$work/package/data/records.ndjson") records: $(( (after - before) / 1000000 )) ms"
done
rm -rf "$work/package" "$work/table.csv"
