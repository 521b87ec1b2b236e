// Keeps the reader's section when the language is changed: a heading has the same id in every edition.
document.addEventListener("click", (e) => {
  const link = e.target.closest(".languages a");
  if (!link || !scrollY) return;
  const above = [...document.querySelectorAll(".text [id]:is(h2, h3)")].filter((h) => h.getBoundingClientRect().top < innerHeight / 3);
  if (above.length) link.hash = above.pop().id;
});
