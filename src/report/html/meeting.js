"use strict";
// Keeps what the meeting says to each card, by key or by click, in this page and in a file that is read back.
(() => {
  const bar = document.getElementById("meeting");
  if (!bar) return;
  const { dataset: words } = bar;
  const part = (name) => document.getElementById(`meeting-${name}`);
  const fill = (text, ...values) => values.reduce((said, value) => said.replace("%s", () => value), text);
  const hear = (said) => { part("said").textContent = said; };

  // What a verdict can say besides, and what the reader of the file asks for.
  const FIELDS = { accepted: ["reason", "until"], partly: ["value", "reason", "approver", "until"], declined: ["reason", "approver", "until"] };
  const NEEDED = { accepted: [], partly: ["reason", "approver"], declined: ["reason", "approver"] };
  const MOST = 4 << 20;
  const LONGEST = 2000;

  const all = [...document.querySelectorAll("article.card[data-id]")].map((card) => {
    const line = card.querySelector(".ruling");
    const rule = part("form").content.firstElementChild.cloneNode(true);
    const number = card.querySelector(".no").textContent.trim();
    rule.setAttribute("aria-label", fill(words.group, number));
    line.classList.add("live");
    // What is only for information asks for no box on paper until it is given a verdict.
    const loud = !line.classList.contains("quiet");
    if (!loud) line.append(part("line").content.cloneNode(true));
    // An info is one line, and what can be said to it stands where the rest of it unfolds.
    const fold = loud ? null : card.querySelector("details");
    if (fold) fold.append(rule);
    else line.after(rule);
    card.tabIndex = -1;
    const fields = Object.fromEntries([...rule.querySelectorAll("[name]")].map((field) => [field.name, field]));
    return { card, line, rule, fold, fields, id: card.dataset.id, number, loud, why: line.querySelector(".why").textContent, said: {} };
  });
  const byId = new Map(all.map((one) => [one.id, one]));
  const given = () => all.filter(({ said }) => said.verdict);
  // 2026年底 is a day as well; its reader knows them all, and here it is enough that a year is named.
  const dateless = (said) => Boolean(said.until) && !/^至?\s*\d{4}/.test(said.until.normalize("NFKC"));
  const lacking = ({ said }) => (said.verdict ? FIELDS[said.verdict].filter((name) => (name === "until" ? dateless(said) : NEEDED[said.verdict].includes(name) && !said[name])) : []);
  const label = (one, name) => one.fields[name].previousElementSibling.firstChild.textContent;
  const button = (one, verdict) => one.rule.querySelector(`button[data-verdict="${verdict}"]`);

  // The verdicts as the file has them: the values of the finding stand beside, so that a later run knows what was agreed on.
  const told = (one) => {
    const { plan, indicator = one.card.dataset.indicator, year, own, other } = one.line.dataset;
    const terms = FIELDS[one.said.verdict].filter((name) => one.said[name]).map((name) => [name, one.said[name]]);
    const about = Object.entries({ plan, indicator, year: year && Number(year), own, other }).filter(([, value]) => value);
    return { id: one.id, number: Number(one.number), rule: one.card.dataset.rule, ...Object.fromEntries(about), verdict: one.said.verdict, ...Object.fromEntries(terms) };
  };
  const list = () => given().map(told);

  // The page's own memory; opened from disk, some browsers give it none.
  const key = `planlint-verdicts/${words.report}`;
  let keeps = true;
  let downloaded = "[]";
  const remember = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ said: all.map(({ id, said }) => ({ id, ...said })), downloaded }));
    } catch {
      keeps = false;
    }
  };
  const unsaved = () => JSON.stringify(list()) !== downloaded;

  const clean = (from) => {
    const said = { verdict: Object.hasOwn(FIELDS, from.verdict ?? "") ? from.verdict : "" };
    for (const name of FIELDS.partly) if (typeof from[name] === "string") said[name] = from[name].trim().slice(0, LONGEST);
    return said;
  };

  const draw = (one) => {
    const { rule, said, line } = one;
    const { verdict = "" } = said;
    for (const choice of rule.querySelectorAll("[aria-pressed]")) choice.setAttribute("aria-pressed", choice.dataset.verdict === verdict);
    button(one, "").hidden = !verdict;
    rule.querySelector(".terms").hidden = !verdict;
    for (const [name, field] of Object.entries(one.fields)) {
      const asked = Boolean(verdict) && FIELDS[verdict].includes(name);
      field.parentElement.hidden = !asked;
      if (document.activeElement !== field) field.value = said[name] ?? "";
      field.required = asked && NEEDED[verdict].includes(name);
      const lacks = lacking(one).includes(name);
      field.classList.toggle("lacking", lacks);
      field.setAttribute("aria-invalid", lacks);
      const note = field.previousElementSibling.querySelector("i") ?? field.previousElementSibling.appendChild(document.createElement("i"));
      note.className = lacks ? "needed" : "";
      const needed = name === "until" ? words.dateless : words.needed;
      note.textContent = lacks ? needed : name === "value" && !said.value ? words.valueless : "";
    }
    // The line that is printed.
    line.classList.toggle("given", Boolean(verdict));
    for (const [at, box] of [...line.querySelectorAll("span:not(.why)")].entries()) {
      const ticked = Object.keys(FIELDS)[at] === verdict;
      box.classList.toggle("given", ticked);
      box.textContent = (ticked ? "☑" : "□") + box.textContent.slice(1);
    }
    const terms = verdict ? FIELDS[verdict].filter((name) => said[name]) : [];
    const written = terms.map((name) => `${label(one, name)}${words.colon}${said[name]}`).join(words.joint);
    line.querySelector(".why").textContent = verdict ? written : one.why;
  };

  const count = () => {
    const decided = given();
    const infos = decided.filter(({ loud }) => !loud).length;
    const tally = fill(words.tally, decided.length - infos, all.filter(({ loud }) => loud).length);
    part("tally").textContent = tally + (infos ? fill(words.more, infos) : "");
    const incomplete = decided.filter((one) => lacking(one).length).length;
    part("lacking").hidden = !incomplete;
    part("lacking").textContent = fill(words.lacking, incomplete);
    part("unsaved").hidden = !unsaved();
  };
  const settle = (one) => {
    draw(one);
    remember();
    count();
  };

  // Where the meeting is: the card that has the focus, else the last one, else the first that is in sight.
  let last = null;
  const inSight = ({ card }) => !card.closest("[hidden], details:not([open])") && card.getClientRects().length > 0;
  const current = () => {
    const focused = all.find(({ card }) => card.contains(document.activeElement));
    if (focused) return focused;
    if (last && inSight(last)) return last;
    return null;
  };
  const nearest = () => current() ?? all.find((one) => inSight(one) && one.card.getBoundingClientRect().bottom > 120);
  const go = (one) => {
    if (!one) return hear(words.edge);
    last = one;
    one.card.focus({ preventScroll: true });
    one.card.scrollIntoView({ block: one.card.offsetHeight > innerHeight * .6 ? "start" : "nearest" });
  };
  const move = (step, fits = () => true) => {
    const here = current();
    if (!here && step > 0) {
      const first = nearest();
      if (first && fits(first)) return go(first);
    }
    const seen = all.filter(inSight);
    const at = seen.indexOf(here ?? nearest());
    return go(step > 0 ? seen.slice(at + 1).find(fits) : seen.slice(0, Math.max(at, 0)).reverse().find(fits));
  };

  // Whoever approves the first decision mostly approves the others.
  let approver = "";
  const give = (one, verdict) => {
    last = one;
    if (one.fold) one.fold.open = true;
    one.said.verdict = verdict;
    if (verdict && NEEDED[verdict].includes("approver")) one.said.approver ||= approver;
    settle(one);
    hear(verdict ? fill(words.given, one.number, button(one, verdict).textContent) : fill(words.cleared, one.number));
  };
  const ask = (one) => {
    const [first] = FIELDS[one.said.verdict].filter((name) => !one.said[name]);
    one.fields[first ?? "reason"].focus();
  };

  for (const one of all) {
    one.rule.addEventListener("click", ({ target }) => {
      const choice = target.closest("button");
      if (!choice) return;
      give(one, choice.dataset.verdict);
      if (!choice.dataset.verdict) button(one, "accepted").focus();
      if (choice.dataset.verdict === "partly" || choice.dataset.verdict === "declined") ask(one);
    });
    one.rule.addEventListener("input", ({ target }) => {
      one.said[target.name] = target.value.trim().slice(0, LONGEST);
      if (target.name === "approver") approver = one.said.approver;
      settle(one);
    });
    one.rule.addEventListener("keydown", (event) => {
      // A key that chooses a word of an input method is not for this page.
      if (event.isComposing || event.shiftKey || !event.target.name) return;
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      const asked = FIELDS[one.said.verdict];
      const next = event.key === "Enter" ? asked[asked.indexOf(event.target.name) + 1] : undefined;
      (next ? one.fields[next] : one.card).focus();
    });
    one.card.addEventListener("focusin", () => { last = one; });
  }

  const VERDICTS = { 1: "accepted", 2: "partly", 3: "declined", 0: "" };
  const act = {
    j: () => move(1),
    k: () => move(-1),
    n: () => move(1, ({ said }) => !said.verdict),
    "?": () => part("keys").click(),
  };
  addEventListener("keydown", (event) => {
    const { target, ctrlKey, metaKey, altKey, isComposing, repeat } = event;
    if (ctrlKey || metaKey || altKey || isComposing || !part("on").checked) return;
    if (target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const pressed = event.key === "？" ? "?" : event.key.toLowerCase();
    const one = Object.hasOwn(VERDICTS, pressed) ? nearest() : null;
    if (one && !repeat) {
      event.preventDefault();
      if (document.activeElement !== one.card) go(one);
      give(one, VERDICTS[pressed]);
      if (pressed === "2" || pressed === "3") ask(one);
    } else if (Object.hasOwn(act, pressed)) {
      event.preventDefault();
      act[pressed]();
    }
  });

  part("keys").addEventListener("click", () => {
    const help = part("help");
    help.hidden = !help.hidden;
    part("keys").setAttribute("aria-expanded", !help.hidden);
  });
  part("lacking").addEventListener("click", () => {
    const one = all.find((one) => lacking(one).length);
    if (!one) return;
    location.hash = one.card.id;
    const lacks = lacking(one);
    one.fields[lacks[0]].focus();
    hear(fill(words.lacks, one.number, lacks.map((name) => label(one, name)).join(words.comma)));
  });

  part("save").addEventListener("click", () => {
    const verdicts = list();
    if (!verdicts.length) return hear(words.nothing);
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    const file = { schema: words.schema, report: words.report, date: words.date, verdicts };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2), "\n"], { type: "application/json" }));
    link.download = `${words.file}-${day}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    downloaded = JSON.stringify(verdicts);
    remember();
    count();
    return hear(fill(words.saved, verdicts.length));
  });

  part("load").addEventListener("click", () => part("file").click());
  const load = (text) => {
    const file = JSON.parse(text);
    if (file.schema !== words.schema || !Array.isArray(file.verdicts)) throw new TypeError(file.schema);
    const tally = { loaded: 0, strange: 0, changed: 0 };
    for (const verdict of file.verdicts) {
      const one = byId.get(verdict?.id);
      // What was agreed at 24 beside 25 was not agreed at 20.
      const same = one && ["own", "other"].every((name) => (verdict[name] ?? "") === (one.line.dataset[name] ?? ""));
      const said = one && clean(verdict);
      tally[!one || !said.verdict ? "strange" : same ? "loaded" : "changed"] += 1;
      if (!same || !said.verdict) continue;
      one.said = said;
      approver ||= said.approver ?? "";
      draw(one);
    }
    remember();
    count();
    hear(fill(words.loaded, tally.loaded) + ["strange", "changed"].map((kind) => (tally[kind] ? fill(words[kind], tally[kind]) : "")).join(""));
  };
  part("file").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    try {
      if (file.size > MOST) throw new RangeError(file.name);
      load(await file.text());
    } catch {
      hear(words.refused);
    }
    target.value = "";
  });

  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
    for (const from of Array.isArray(kept.said) ? kept.said : []) if (byId.has(from?.id)) byId.get(from.id).said = clean(from);
    if (typeof kept.downloaded === "string") ({ downloaded } = kept);
    approver = given().map(({ said }) => said.approver).filter(Boolean).pop() ?? "";
  } catch {
    keeps = false;
  }
  addEventListener("beforeunload", (event) => {
    if (keeps || !given().length || !unsaved()) return;
    event.preventDefault();
    // Browsers of some years ago look at this instead.
    event.returnValue = true;
  });
  for (const one of all) draw(one);
  count();
  document.documentElement.classList.add("meets");
  bar.hidden = false;
})();
