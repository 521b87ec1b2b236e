// Shows a term's definition in place. Without this script the link leads to the page's list of terms.
document.addEventListener("click", (e) => {
  const link = e.target.closest("a.term");
  const entry = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!entry || !("popover" in link) || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
  e.preventDefault();
  const card = document.createElement("div");
  card.className = "term-card";
  card.popover = "auto";
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", entry.querySelector("dfn").textContent);
  card.innerHTML = entry.innerHTML;
  card.querySelector(".term-back").remove();
  link.after(card);
  card.addEventListener("toggle", (t) => {
    if (t.newState !== "closed") return;
    if (card.contains(document.activeElement)) link.focus();
    card.remove();
  });
  card.showPopover({ source: link });
  card.focus();
});
