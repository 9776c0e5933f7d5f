"use strict";
// Filters the cards, keeps the filter in the address, and unfolds what a link or the printer asks for.
(() => {
  const filter = document.getElementById("filter");
  const cards = [...document.querySelectorAll("article.card")];
  const selects = [...filter.querySelectorAll("select")];
  const text = document.getElementById("filter-text");
  const count = document.getElementById("filter-count");
  const none = document.getElementById("filter-none");
  const infos = document.getElementById("level-info");
  const words = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));

  const name = (card, of) =>
    of === "rule" ? card.querySelector(".ti").textContent
      : of === "level" ? card.querySelector(".lv").textContent.trim()
        : card.dataset[of];

  // The choices are what the cards say, in their order, each with how many cards it leaves.
  const offer = (select) => {
    const found = new Map();
    for (const card of cards) {
      const key = card.dataset[select.dataset.of];
      if (!key) continue;
      const entry = found.get(key) ?? { name: name(card, select.dataset.of), count: 0 };
      entry.count += 1;
      found.set(key, entry);
    }
    const kept = new Map([...select.options].map((option) => [option.value, option]));
    for (const [key, entry] of found) {
      const option = kept.get(key) ?? select.appendChild(document.createElement("option"));
      option.value = key;
      option.textContent = `${entry.name} (${entry.count})`;
    }
  };

  const asked = () => {
    const pairs = selects.filter((select) => select.value).map((s) => [s.dataset.of, s.value]);
    if (text.value.trim()) pairs.push(["text", text.value.trim()]);
    return new URLSearchParams(pairs);
  };

  const apply = () => {
    const query = asked();
    const needle = (query.get("text") ?? "").toLowerCase();
    const keys = selects.map((select) => select.dataset.of).filter((key) => query.has(key));
    let shown = 0;
    for (const card of cards) {
      const fits = keys.every((key) => card.dataset[key] === query.get(key)) && words.get(card).includes(needle);
      card.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const level of document.querySelectorAll(".level, .alike")) {
      level.hidden = !level.querySelector("article.card:not([hidden])");
    }
    if (infos) infos.open = [...query.keys()].length > 0;
    none.hidden = shown > 0;
    count.textContent = [shown, cards.length].reduce((said, n) => said.replace("%s", n), count.dataset.say);
    return query;
  };

  const keep = () => {
    const query = apply().toString();
    history.replaceState(null, "", query ? `#${query}` : "#findings");
  };

  const reset = () => {
    for (const control of [...selects, text]) control.value = "";
  };

  // Every part that hides `target` is opened.
  const show = (target) => {
    if (target.hidden) {
      reset();
      apply();
    }
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView();
  };

  const follow = () => {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) {
      const target = hash && document.getElementById(hash);
      if (target) show(target);
      return;
    }
    const query = new URLSearchParams(hash);
    for (const select of selects) select.value = query.get(select.dataset.of) ?? "";
    for (const select of selects) if (select.selectedIndex < 0) select.value = "";
    text.value = query.get("text") ?? "";
    apply();
    document.getElementById("findings").scrollIntoView();
  };

  for (const fold of document.querySelectorAll("details[open]")) fold.open = false;
  if (cards.length) {
    for (const select of selects) {
      offer(select);
      select.addEventListener("change", keep);
    }
    text.addEventListener("input", keep);
    document.getElementById("filter-reset").addEventListener("click", () => {
      reset();
      keep();
    });
    filter.hidden = false;
    apply();
  }
  addEventListener("hashchange", follow);
  follow();

  // A table that need not be scrolled is no stop for the keyboard.
  const stops = () => {
    for (const box of document.querySelectorAll(".wide")) {
      const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
      box.toggleAttribute("tabindex", scrolls);
      if (scrolls) box.tabIndex = 0;
    }
  };
  addEventListener("resize", stops);
  stops();

  const folded = [];
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details:not(.data):not([open])")) {
      folded.push(fold);
      fold.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const fold of folded.splice(0)) fold.open = false;
  });
})();
