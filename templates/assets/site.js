// What the pages do without, but better with: a term's definition in place, the contents that follow the reader, a
// link to copy at each section, a language switch that keeps the place, tables that are sorted and filtered. One file:
// each part does nothing where what it is for is not there.

// Small letters without marks, đ as d: as the keys of the glossary's rows are folded.
const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();

{
  const text = document.querySelector(".text");
  const headings = [...(text?.querySelectorAll("h2[id], h3[id]") ?? [])];
  /** The last of some elements that begins above a line of the window. */
  const reached = (elements, line) => elements.filter((one) => one.getBoundingClientRect().top < line).pop();

  // Contents in the margin stand open (site.css shows them; this tells it to those who do not see).
  const toc = document.querySelector(".toc");
  if (toc) {
    const links = new Map([...toc.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
    const wide = matchMedia("(min-width: 75rem)");
    const open = () => { toc.querySelector("details").open = wide.matches; };
    open();
    wide.addEventListener("change", open);
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        const now = links.get(encodeURI(reached(headings, innerHeight / 3)?.id ?? ""));
        for (const link of links.values()) {
          if (link !== now) link.removeAttribute("aria-current");
          else if (!link.hasAttribute("aria-current")) {
            link.setAttribute("aria-current", "location");
            if (wide.matches) toc.scrollTop = link.offsetTop - toc.clientHeight / 2;
          }
        }
      });
    }, { passive: true });
  }

  // A link to each section, to copy: the button stands beside the heading, not in it.
  const label = text?.dataset.copy;
  if (label && navigator.clipboard) {
    for (const heading of headings) {
      const box = document.createElement("div");
      const button = document.createElement("button");
      box.className = "linked";
      button.type = "button";
      button.setAttribute("aria-label", `${label}: ${heading.textContent.trim()}`);
      heading.replaceWith(box);
      box.append(heading, button);
      button.addEventListener("click", async () => {
        history.replaceState(null, "", `#${heading.id}`);
        await navigator.clipboard.writeText(location.href);
        const said = document.createElement("span");
        said.setAttribute("role", "status");
        box.append(said);
        said.textContent = text.dataset.copied;
        setTimeout(() => said.remove(), 2500);
      });
    }
  }

  document.addEventListener("click", (e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;

    // The language switch keeps the reader's place: blocks have the same address in every edition and side by side.
    const edition = e.target.closest(".languages a");
    const place = edition && scrollY > 0 && reached([...text.querySelectorAll("[id]:is(h2, h3, .text > *, .pair, .glossary div, tr)")], 40);
    if (place) edition.hash = place.id;
  });
}

// Lets readers sort and filter tables of data. Without this they are plain tables in their author's order.
for (const table of document.querySelectorAll(".data-table table")) {
  const { lang } = table.closest("[lang]");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, at) => row.cells[at].querySelector("data, time")?.getAttribute(heads[at].className ? "value" : "datetime") ?? (row.cells[at].firstChild?.textContent ?? "").trim(); // without the number of its source
  // Made when first asked for: most readers never sort, and every phone would wait for it.
  let collator;
  const order = (a, b) => (collator ??= new Intl.Collator(lang, { numeric: true })).compare(a, b);
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.ariaSort === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = rows.map((row) => [key(row, at), row]);
      keyed.sort(([a], [b]) => (down ? -1 : 1) * (head.className ? a - b || order(a, b) : order(a, b)));
      body.append(...keyed.map(([, row]) => row));
    });
  });
  if (rows.length < 8) continue;
  const label = document.createElement("label");
  label.className = "table-filter";
  const input = document.createElement("input");
  input.type = "search";
  const shown = document.createElement("output");
  label.append(`${table.dataset.filter} `, input, " ", shown);
  table.closest(".table").before(label);
  let texts;
  input.addEventListener("input", () => {
    texts ??= rows.map((row) => folded(row.textContent));
    const words = folded(input.value).split(/\s+/);
    let count = 0;
    rows.forEach((row, at) => {
      row.hidden = !words.every((word) => texts[at].includes(word));
      count += !row.hidden;
    });
    shown.value = `${table.dataset.shown}: ${count} / ${rows.length}`;
  });
}

// The glossary in two languages: sorts by either side, and filters. Without this the table stands as it is.
for (const table of document.querySelectorAll(".glossary-table table")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const orders = [rows, [...rows].sort((a, b) => a.dataset.second - b.dataset.second)];
  const heads = [...table.querySelectorAll("th[data-sort]")];
  heads.forEach((head, side) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    // What is seen comes first in what is said, for those who speak to their browser.
    button.setAttribute("aria-label", `${head.textContent}: ${head.dataset.sort}`);
    button.addEventListener("click", () => {
      body.append(...orders[side]);
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", "ascending");
    });
    head.replaceChildren(button);
  });
  const box = document.querySelector(".filter");
  const count = box.querySelector("output");
  box.hidden = false;
  box.addEventListener("input", (e) => {
    const words = folded(e.target.value).split(/\s+/);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !words.every((word) => row.dataset.key.includes(word));
      shown += !row.hidden;
    }
    count.textContent = `${shown} / ${rows.length}`;
  });
}

// A term's definition in place; without this the link leads to the page's list of terms.
document.addEventListener("click", (e) => {
  const link = e.target.closest("a.term");
  const entry = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!entry?.showPopover || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
  e.preventDefault();
  const still = { preventScroll: true };
  const card = Object.assign(document.createElement("div"), {
    className: "term-card", popover: "auto", tabIndex: -1, role: "dialog",
    ariaLabel: entry.querySelector("dfn").textContent, innerHTML: "<dl></dl>",
  });
  card.firstChild.append(entry.cloneNode(true));
  card.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
  card.querySelector(".term-back").onclick = () => (card.hidePopover(), false);
  card.ontoggle = (t) => {
    if (t.newState === "open") return;
    if (document.activeElement.matches("body, .term-card, .term-card *")) link.focus(still);
    card.remove();
  };
  link.after(card);
  card.showPopover({ source: link });
  card.focus(still);
});
