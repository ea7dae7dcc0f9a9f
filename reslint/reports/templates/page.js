"use strict";
(() => {
  const main = document.getElementById("report");
  // The summary is written last; here it goes where readers, and the Tab key, look for it.
  for (const part of [main.querySelector(":scope > .toolbar"), main.querySelector(":scope > .summary")]) {
    if (part) main.prepend(part);
  }
  main.classList.remove("streamed");
  const all = (selector) => Array.from(main.querySelectorAll(selector));
  const gravity = ["error", "warning", "info", "hint"];
  const cards = new Map(all(".card").map((card) => [card.id, card]));
  const rows = all(".row");
  const marks = all("mark.f");
  const badges = all(".badge");
  const codeBoxes = all("[data-filter-code]");
  const severityBoxes = all("[data-filter-severity]");
  const only = document.getElementById("only");
  const status = document.getElementById("status");

  const off = (boxes, name) => new Set(boxes.filter((box) => !box.checked).map((box) => box.dataset[name]));

  function filter() {
    const codes = off(codeBoxes, "filterCode");
    const severities = off(severityBoxes, "filterSeverity");
    let shown = 0;
    for (const card of cards.values()) {
      card.hidden = codes.has(card.dataset.code) || severities.has(card.dataset.severity);
      if (!card.hidden) shown += 1;
    }
    for (const mark of marks) {
      const left = mark.dataset.f.split(" ").map((id) => cards.get(id)).filter((card) => card && !card.hidden);
      const found = gravity.find((severity) => left.some((card) => card.dataset.severity === severity));
      mark.className = "f " + (mark.classList.contains("point") ? "point " : "") + (found || "none");
    }
    for (const badge of badges) {
      const card = cards.get(badge.dataset.f);
      badge.hidden = !card || card.hidden;
    }
    for (const row of rows) row.classList.toggle("found", row.querySelector(".badge:not([hidden])") !== null);
    for (const box of codeBoxes) box.closest("tr").classList.toggle("off", !box.checked);
    main.classList.toggle("only", Boolean(only && only.checked));
    if (status) {
      status.textContent = status.dataset.text.replace("{shown}", shown).replace("{all}", cards.size);
    }
  }

  function step(by) {
    const list = badges.filter((badge) => !badge.hidden && badge.closest("details").open);
    if (!list.length) return;
    let at = list.indexOf(step.last);
    // After a jump elsewhere in the page, go on from what is in sight.
    if (at < 0 || !inSight(step.last)) {
      const below = list.findIndex((badge) => badge.getBoundingClientRect().top > 80);
      at = below < 0 ? (by > 0 ? list.length - 1 : list.length) : by > 0 ? below - 1 : below;
    }
    const badge = list[(at + by + list.length) % list.length];
    step.last = badge;
    badge.focus({ preventScroll: true });
    badge.scrollIntoView({ block: "center" });
  }

  function inSight(element) {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  }

  function light(target, on) {
    const place = target instanceof Element ? target.closest("mark.f, .badge, .card") : null;
    if (!place) return;
    for (const id of (place.dataset.f || place.id).split(" ")) {
      const card = cards.get(id);
      if (card) card.classList.toggle("active", on);
      for (const mark of place.closest(".file").querySelectorAll('mark[data-f~="' + id + '"]')) mark.classList.toggle("active", on);
    }
  }

  // Of the versions of one draft side by side, only those whose boxes are checked.
  for (const box of all("[data-filter-column]")) {
    box.addEventListener("change", () => {
      const cells = box.closest(".group").querySelectorAll('.cell[data-column="' + box.dataset.filterColumn + '"]');
      for (const cell of cells) cell.hidden = !box.checked;
    });
  }

  const on = (id, act) => {
    const element = document.getElementById(id);
    if (element) element.addEventListener("click", act);
  };
  const check = (value) => () => {
    for (const box of codeBoxes) box.checked = value;
    filter();
  };
  on("all", check(true));
  on("none", check(false));
  on("next", () => step(1));
  on("previous", () => step(-1));
  main.addEventListener("change", filter);
  for (const [event, value] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
    main.addEventListener(event, (happened) => light(happened.target, value));
  }
  // A link into a draft that is folded unfolds it; on paper every draft with findings is unfolded.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("details");
    if (folded) folded.open = true;
  };
  window.addEventListener("hashchange", unfold);
  window.addEventListener("beforeprint", () => {
    for (const file of all('.file:not([data-findings="0"])')) file.open = true;
  });
  filter();
  unfold();
})();
