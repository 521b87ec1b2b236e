// The glossary in two languages: sorts by either side, and filters. Without this script the table stands as it is.
const table = document.querySelector(".glossary-table table");
if (table) {
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
  // As the keys of the rows are folded: no case, no marks, đ as d.
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const box = document.querySelector(".filter");
  const count = box.querySelector("output");
  box.hidden = false;
  box.addEventListener("input", (e) => {
    const words = fold(e.target.value).split(/\s+/);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !words.every((word) => row.dataset.key.includes(word));
      shown += !row.hidden;
    }
    count.textContent = `${shown} / ${rows.length}`;
  });
}
