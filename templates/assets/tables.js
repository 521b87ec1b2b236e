// Lets readers sort and filter tables of data. Without this script they are plain tables in their author's order.
for (const table of document.querySelectorAll(".data-table table")) {
  const { lang } = table.closest("[lang]");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, at) => row.cells[at].querySelector("data, time")?.getAttribute(heads[at].className ? "value" : "datetime") ?? (row.cells[at].firstChild?.textContent ?? "").trim(); // without the number of its source
  const order = new Intl.Collator(lang, { numeric: true }).compare;
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
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const texts = rows.map((row) => plain(row.textContent));
  input.addEventListener("input", () => {
    const words = plain(input.value).split(/\s+/);
    let count = 0;
    rows.forEach((row, at) => {
      row.hidden = !words.every((word) => texts[at].includes(word));
      count += !row.hidden;
    });
    shown.value = `${table.dataset.shown}: ${count} / ${rows.length}`;
  });
}
