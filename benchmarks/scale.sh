#!/bin/sh
# Converts 10,000, 100,000 and 1,000,000 documents of 3 KB in 256 MB of heap and prints the time of each: usage scale.sh [FOLDER] [N...]
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- 10000 100000 1000000
for n in "$@"; do
    java -cp "$home/benchmarks/target/benchmarks.jar" org.gongkai.benchmarks.pipeline.Corpus "$n" "$work/corpus.ndjson"
    rm -rf "$work/package"
    before=$(date +%s%N)
    code=0
    GONGKAI_JAVA_OPTS=-Xmx256m "$home/gongkai" convert "$work/corpus.ndjson" --out "$work/package" \
        --now 2026-03-02T09:00:00+08:00 --lang en >"$work/convert.log" 2>&1 || code=$?
    after=$(date +%s%N)
    if [ "$code" -ne 1 ]; then
        # Documents without a date of writing are in the corpus, so 1 is what a good run answers.
        tail -n 5 "$work/convert.log" >&2
        exit 1
    fi
    echo "$n documents: $(( (after - before) / 1000000 )) ms"
done
rm -rf "$work/package" "$work/corpus.ndjson"
