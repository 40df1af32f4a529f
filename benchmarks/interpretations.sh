#!/bin/sh
# Asks which of so many documents have an interpretation, in 256 MB of heap, and prints the figure, the one that was composed, and the time:
# usage interpretations.sh [FOLDER] [DOCUMENTS] [INTERPRETATIONS] [SEED]
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work/in"

# Half of the documents are to be interpreted. An interpretation names its document by number, by title or by both, some name two, and
# one in a hundred one that is not there.
awk -v documents="${2:-20000}" -v interpretations="${3:-15000}" -v seed="${4:-1}" -v folder="$work/in" '
    function number(i) { return sprintf("东政发〔%d〕%d号", 2015 + i % 9, int(i / 9) + 1) }
    function title(i) { return sprintf("东岭市%s第%d号管理办法", word[i % 6 + 1], i + 1) }
    function day(i) { return sprintf("%d-%02d-%02d", 2015 + i % 9, i % 12 + 1, i % 28 + 1) }
    function text(i, k, all) {
        all = ""
        for (k = 0; k < 12; k++) all = all sprintf("第%d条 %s由%d个部门分工负责，每%d个月检查一次。\\n", k + 1, word[(i + k) % 6 + 1], (i * 7 + k) % 9 + 1, (i + k * 5) % 11 + 1)
        return all
    }
    function reference(i, way) {
        named = way != 1 ? "\"documentNumber\":\"" number(i) "\"" : ""
        called = way != 0 ? "\"title\":\"" title(i) "\"" : ""
        return "{" named (way == 2 ? "," : "") called "}"
    }
    BEGIN {
        srand(seed)
        split("节约用水 校园安全 河湖管护 社区养老 道路养护 就业服务", word, " ")
        for (i = 0; i < documents; i++)
            printf "{\"kind\":\"document\",\"title\":\"%s\",\"documentNumber\":\"%s\",\"issuers\":[\"东岭市人民政府\"],\"writtenOn\":\"%s\",\"publishedOn\":\"%s\",\"fileType\":\"%s\",\"openness\":\"主动公开\",\"validity\":\"有效\",\"body\":{\"text\":\"%s\"}}\n", \
                title(i), number(i), day(i), day(i), i % 2 ? "其他文件" : "行政规范性文件", text(i) > (folder "/documents.ndjson")
        for (i = 0; i < interpretations; i++) {
            at = int(rand() * documents)
            way = int(rand() * 3)
            if (i % 100 == 99) at += documents
            all = reference(at, way)
            met[at] = 1
            if (i % 50 == 49 && at + 2 < documents) { all = all "," reference(at + 2, 0); met[at + 2] = 1 }
            printf "{\"kind\":\"interpretation\",\"title\":\"文字解读：%s（%d）\",\"form\":\"文字解读\",\"interprets\":[%s],\"responsible\":\"东岭市司法局\",\"publisher\":\"东岭市人民政府办公室\",\"publishedOn\":\"%s\",\"elements\":[\"背景\",\"重要举措\"],\"body\":{\"text\":\"%s\"}}\n", \
                title(at), i + 1, all, day(at), text(i * 3 + 1) > (folder "/interpretations.ndjson")
        }
        for (i = 0; i < documents; i += 2) { wanted++; done += met[i] }
        printf "composed: %d/%d\n", done, wanted
    }'
for command in "interpret status" "convert --out $work/package --now 2026-03-02T09:00:00+08:00"; do
    rm -rf "$work/package"
    on=$([ "$command" = "interpret status" ] && echo "--on 2026-03-02" || true)
    before=$(date +%s%N)
    code=0
    # Documents without an interpretation are found, so 1 is what a good run answers.
    GONGKAI_JAVA_OPTS=-Xmx256m ${GONGKAI:-"$home/gongkai"} $command "$work/in" $on --lang en >"$work/log" 2>"$work/errors" || code=$?
    after=$(date +%s%N)
    [ "$code" -le 1 ] || { tail -n 5 "$work/log" "$work/errors" >&2; exit 1; }
    grep -a -o "interpreted [0-9]*/[0-9]*\|interpreted: [0-9,]* of [0-9,]*" "$work/log" | tail -n 1
    echo "$command: $(( (after - before) / 1000000 )) ms"
done
rm -rf "$work/package" "$work/in"
