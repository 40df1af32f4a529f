"""Reads the rules about documents and the labels of their fields: python3 rules.py gongkai-rules-data.jar"""
import csv, io, json, sys, zipfile

data = zipfile.ZipFile(sys.argv[1])
rules = json.loads(data.read("gongkai-data/validation/rule/rules.json"))["rules"]
lines = io.StringIO(data.read("gongkai-data/core/document/fields.csv").decode("utf-8"))
rows = csv.DictReader(line for line in lines if not line.startswith("#"))
fields = {row["component"]: row["zh"] for row in rows if row["type"] == "OfficialDocument"}
for rule in rules:
    if rule["code"].startswith("document.") and rule.get("element") in fields:
        print(rule["code"], rule["severity"], fields[rule["element"]], rule["says"]["zh"])
