"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const byId = id => document.getElementById(id);
  const PAGE = 50;
  const PRINTED = 500;
  // The columns of a row, in the order in which the page was written.
  const [RULE, LEVEL, AGENCY, YEAR, TITLE, RECORD, POINTER, VALUE, EXPECTED, PLACE, PRINT, REASON, UNTIL] =
      Array.from({length: 13}, (_, i) => i);
  const LEVELS = ["error", "warning", "info"];
  const words = {
    error: ["错误", "error"], warning: ["警告", "warning"], info: ["提示", "remark"],
    all: ["全部", "all"], none: ["（无）", "(none)"], unstated: ["（未说明）", "(not stated)"],
    mend: ["如何修正：", "What to do: "], ground: ["依据：", "Rests on: "], place: ["来源位置：", "In the source: "],
    value: ["现值：", "Value: "], expected: ["应为：", "Expected: "],
    open: ["未处理", "open"], held: ["基线暂不计入", "held back by the baseline"], until: ["暂不计入，至 ", "Held back until "],
    shown: ["第 {0}–{1} 处，共 {2} 处", "{0}–{1} of {2}"], nothing: ["没有符合条件的问题", "No finding matches"]
  };
  const zh = () => root.dataset.lang === "zh";
  const say = key => words[key][zh() ? 0 : 1];
  // What a reader gives as a reason stands in English in the data, and its Chinese beside it.
  const told = text => zh() && Object.hasOwn(data.reasons, text) ? data.reasons[text] : text;
  const number = n => n.toLocaleString("en-US");

  // One pass, so that a value that looks like a placeholder is never filled in itself.
  const fill = (template, row) => template.replace(/\{(value|expected)\}/g, (whole, name) => {
    const text = row[name === "value" ? VALUE : EXPECTED];
    return text === null ? say("unstated") : told(text).replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
  });
  const text = (row, key) => fill(data.rules[row[RULE]][zh() ? key : key + "En"], row);

  let texts = null;
  const searchable = () => {
    if (texts === null) {
      texts = data.rows.map(row => {
        const rule = data.rules[row[RULE]];
        return [rule.code, fill(rule.says, row), rule.saysEn, row[AGENCY] === null ? "" : data.agencies[row[AGENCY]], row[YEAR], row[TITLE],
          row[RECORD], row[POINTER], row[VALUE], row[EXPECTED], row[PLACE], row[PRINT]].join("\n").toLowerCase();
      });
    }
    return texts;
  };

  let found = [];
  let page = 0;
  const filter = () => {
    const want = id => byId(id).value;
    const words = want("search").toLowerCase().split(/\s+/).filter(each => each);
    const level = want("level"), rule = want("rule"), agency = want("agency"), year = want("year"), state = want("state");
    const all = words.length > 0 ? searchable() : null;
    found = [];
    data.rows.forEach((row, i) => {
      if ((level === "" || row[LEVEL] === +level) && (rule === "" || row[RULE] === +rule)
          && (agency === "" || String(row[AGENCY]) === agency) && (year === "" || String(row[YEAR]) === year)
          && (state === "" || (row[REASON] !== null) === (state === "held"))
          && (all === null || words.every(each => all[i].includes(each)))) {
        found.push(row);
      }
    });
    page = 0;
    show(PAGE);
  };

  const add = (parent, tag, style, content) => {
    const element = document.createElement(tag);
    if (style) {
      element.className = style;
    }
    element.textContent = content;
    parent.append(element);
    return element;
  };
  const item = row => {
    const level = LEVELS[row[LEVEL]];
    const rule = data.rules[row[RULE]];
    const li = document.createElement("li");
    li.className = level + (row[REASON] === null ? "" : " held");
    const head = add(li, "div", "", "");
    add(head, "span", "level", say(level));
    head.append(" ");
    add(head, "code", "soft", rule.code);
    add(li, "div", "what", text(row, "says"));
    const about = [row[AGENCY] === null ? null : data.agencies[row[AGENCY]], row[YEAR], row[TITLE] ?? row[RECORD]];
    add(li, "div", "", about.filter(each => each !== null).join(" · "));
    add(li, "div", "", say("mend") + text(row, "mend"));
    if (row[VALUE] !== null) {
      add(li, "div", "soft", say("value") + told(row[VALUE]));
    }
    if (row[EXPECTED] !== null) {
      add(li, "div", "soft", say("expected") + told(row[EXPECTED]));
    }
    if (row[PLACE] !== null) {
      add(li, "div", "soft", say("place") + row[PLACE]);
    }
    if (rule.ground) {
      add(li, "div", "soft", say("ground") + (zh() ? rule.ground : rule.groundEn));
    }
    if (row[REASON] !== null) {
      add(li, "div", "soft", say("until") + row[UNTIL] + (zh() ? "：" : ": ") + row[REASON]);
    }
    add(li, "code", "soft", [row[RECORD], row[POINTER], row[PRINT]].filter(each => each).join("  "));
    return li;
  };
  const show = size => {
    const from = page * PAGE;
    const to = Math.min(found.length, from + size);
    byId("list").replaceChildren(...found.slice(from, to).map(item));
    byId("shown").textContent = found.length === 0 ? say("nothing")
        : say("shown").replace("{0}", number(from + 1)).replace("{1}", number(to)).replace("{2}", number(found.length));
    byId("before").disabled = page === 0;
    byId("after").disabled = from + PAGE >= found.length;
  };

  const options = (id, entries) => {
    const select = byId(id);
    const chosen = select.value;
    select.replaceChildren(...[["", say("all")], ...entries].map(([value, label]) => {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = label;
      return option;
    }));
    select.value = chosen;
  };
  const counted = column => {
    const counts = new Map();
    data.rows.forEach(row => counts.set(row[column], (counts.get(row[column]) ?? 0) + 1));
    return [...counts];
  };
  const most = entries => entries.sort((one, other) => other[1] - one[1] || (one[0] ?? -1) - (other[0] ?? -1));
  const label = (name, count) => name + " (" + number(count) + ")";
  const levels = counted(LEVEL).sort((one, other) => one[0] - other[0]);
  const rules = most(counted(RULE));
  const agencies = most(counted(AGENCY));
  const years = counted(YEAR).sort((one, other) => (other[0] ?? 0) - (one[0] ?? 0));
  const states = counted(REASON).reduce((sum, [reason, count]) => {
    sum[reason === null ? 0 : 1] += count;
    return sum;
  }, [0, 0]);
  const translate = () => {
    root.lang = zh() ? "zh-CN" : "en";
    options("level", levels.map(([level, count]) => [level, label(say(LEVELS[level]), count)]));
    options("rule", rules.map(([rule, count]) => [rule, label(data.rules[rule].code, count)]));
    options("agency", agencies.map(([agency, count]) => [String(agency), label(agency === null ? say("none") : data.agencies[agency], count)]));
    options("year", years.map(([year, count]) => [String(year), label(year === null ? say("none") : year, count)]));
    options("state", [["open", label(say("open"), states[0])], ["held", label(say("held"), states[1])]]);
    show(PAGE);
  };

  let waiting = 0;
  byId("search").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  for (const id of ["level", "rule", "agency", "year", "state"]) {
    byId(id).addEventListener("change", filter);
  }
  byId("before").addEventListener("click", () => { page--; show(PAGE); });
  byId("after").addEventListener("click", () => { page++; show(PAGE); byId("findings").scrollIntoView(); });
  byId("reset").addEventListener("click", () => {
    for (const id of ["search", "level", "rule", "agency", "year", "state"]) {
      byId(id).value = "";
    }
    filter();
  });
  byId("language").addEventListener("click", () => {
    root.dataset.lang = zh() ? "en" : "zh";
    translate();
  });
  byId("print").addEventListener("click", () => print());
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach(each => { each.open = true; });
    show(PRINTED);
  });
  addEventListener("afterprint", () => {
    closed.forEach(each => { each.open = false; });
    show(PAGE);
  });
  found = data.rows;
  translate();
})();
