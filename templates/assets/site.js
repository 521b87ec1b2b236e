// What the pages do without, but better with: a term's definition in place, the contents that follow the reader, a
// link to copy at each section, a language switch that keeps the place.
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
