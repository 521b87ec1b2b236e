// Follows the site while it is being written: added to pages by `songngu serve`, never a part of what is published.
// Reloads the page when it has become another, and keeps the reader's place; exchanges style sheets and pictures
// without reloading; shows what is wrong over the last good page. Everything from the server is shown as text.
(() => {
  "use strict";

  const script = document.currentScript;
  const digest = script.dataset.digest;
  const own = new URL(".", script.src);
  // The number of the site that the page's style sheets are of, and of the site as it is.
  let shown = Number(script.dataset.generation);
  let current = shown;

  const words = {
    vi: {
      title: (errors) => (errors === 0 ? "Trang chưa cập nhật được" : `Trang chưa cập nhật được: ${errors} lỗi`),
      text: "Bên dưới vẫn là bản dựng đúng gần nhất. Hãy sửa rồi lưu lại, trang sẽ tự cập nhật.",
      more: (count) => `Còn ${count} mục nữa trong cửa sổ dòng lệnh.`,
      close: "Đóng",
      open: (errors) => `Xem ${errors} lỗi`,
    },
    en: {
      title: (errors) =>
        errors === 0 ? "This page is not up to date" : `This page is not up to date: ${errors} ${errors === 1 ? "error" : "errors"}`,
      text: "Below is still the last good build. Put it right and save: the page follows by itself.",
      more: (count) => `The terminal shows ${count} more.`,
      close: "Close",
      open: (errors) => `Show ${errors} ${errors === 1 ? "error" : "errors"}`,
    },
  };
  const pageLang = document.documentElement.lang.split("-")[0];
  const lang = pageLang in words ? pageLang : "en";
  const say = words[lang];

  // The reader's place: texts near the top of the window and where they stand, so that it is found again when
  // something above it has become longer.
  const PLACE = "songngu:place";
  const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, pre, figcaption, summary";
  const textOf = (element) => element.textContent.trim().slice(0, 200);

  function remember() {
    const seen = [];
    if (scrollY > 0) {
      for (const element of document.querySelectorAll(BLOCKS)) {
        const { top, bottom, height } = element.getBoundingClientRect();
        const text = textOf(element);
        if (height === 0 || bottom <= 0 || top >= innerHeight || text === "") continue;
        const same = [...document.querySelectorAll(element.localName)].filter((other) => textOf(other) === text);
        seen.push({ name: element.localName, text, at: same.indexOf(element), top });
        if (seen.length === 8) break;
      }
      // What stands at the top of the window is looked for first, what begins above it later.
      seen.sort((a, b) => (a.top < 0) - (b.top < 0) || a.top - b.top);
    }
    const open = [...document.querySelectorAll("details")].map((details) => details.open);
    const focus = document.activeElement?.id ?? "";
    return { path: location.pathname, x: scrollX, y: scrollY, seen, open, focus };
  }

  function goBack() {
    const stored = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    if (stored === null) return;
    const place = JSON.parse(stored);
    if (place.path !== location.pathname) return;
    const details = [...document.querySelectorAll("details")];
    if (details.length === place.open.length) details.forEach((element, at) => (element.open = place.open[at]));
    const scroll = () => {
      for (const { name, text, at, top } of place.seen) {
        const same = [...document.querySelectorAll(name)].filter((element) => textOf(element) === text);
        const element = same[Math.min(at, same.length - 1)];
        if (element === undefined) continue;
        return scrollTo({ left: place.x, top: scrollY + element.getBoundingClientRect().top - top, behavior: "instant" });
      }
      scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    };
    scroll();
    if (place.focus !== "") document.getElementById(place.focus)?.focus({ preventScroll: true });
    const reached = scrollY;
    addEventListener("load", () => {
      // Pictures may have moved it; but a reader who has scrolled meanwhile is left alone.
      if (Math.abs(scrollY - reached) < 2) scroll();
    });
  }

  let isLeaving = false;
  // The browser's own way back is for leaving and returning; as long as the page is followed it would undo ours.
  addEventListener("pagehide", () => {
    if (!isLeaving) history.scrollRestoration = "auto";
  });

  function reload() {
    isLeaving = true;
    history.scrollRestoration = "manual";
    sessionStorage.setItem(PLACE, JSON.stringify(remember()));
    location.reload();
  }

  // Files that are exchanged without reloading.
  const nameOf = (path) => path.replace(/\.[0-9a-f]{8}(?=\.css$)/, "");

  function exchange(link, address) {
    const next = link.cloneNode();
    next.href = address;
    const done = () => link.remove();
    next.addEventListener("load", done);
    next.addEventListener("error", done);
    link.after(next);
  }

  // Style sheets that stand in the page. Its policy knows those by their hashes that it was sent with, and no others; rules
  // it does not judge, so those of the new text come in place of the old ones.
  const texts = new WeakMap();
  let asked = 0;

  async function inline() {
    const sheets = [...document.querySelectorAll("style")];
    if (sheets.length === 0) return;
    asked += 1;
    const turn = asked;
    const answer = await fetch(location.pathname);
    const html = await answer.text();
    // Another has been asked for meanwhile, or what came says what is wrong.
    if (turn !== asked || answer.status >= 500) return;
    // As text: a browser that parsed the page would judge its sheets by the policy of this one.
    const fresh = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)];
    if (fresh.length !== sheets.length) return;
    sheets.forEach((style, at) => {
      const [, text] = fresh[at];
      if (text === (texts.get(style) ?? style.textContent)) return;
      texts.set(style, text);
      const parsed = new CSSStyleSheet();
      parsed.replaceSync(text);
      while (style.sheet.cssRules.length > 0) style.sheet.deleteRule(0);
      for (const rule of parsed.cssRules) style.sheet.insertRule(rule.cssText, style.sheet.cssRules.length);
    });
  }

  function styles(addresses) {
    // The first news of a page that has just been loaded brings nothing new.
    if (shown !== current) inline();
    shown = current;
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const url = new URL(link.href);
      if (url.origin !== location.origin) continue;
      const now = addresses.find((address) => nameOf(address) === nameOf(url.pathname));
      if (now !== undefined && now !== url.pathname) exchange(link, now);
    }
  }

  let exchanged = 0;

  function files(addresses) {
    const isChanged = (address) => {
      const url = new URL(address, location.href);
      return url.origin === location.origin && addresses.includes(url.pathname);
    };
    exchanged += 1;
    for (const element of document.querySelectorAll("[src], [srcset], [data], link[href]")) {
      const plain = element.getAttribute("src") ?? element.getAttribute("data") ?? element.getAttribute("href");
      const set = (element.getAttribute("srcset") ?? "").split(",").map((part) => part.trim().split(" ")[0]);
      if (set.some((address) => address !== "" && isChanged(address))) return reload();
      if (plain === null || !isChanged(plain)) continue;
      const fresh = new URL(plain, location.href);
      fresh.search = `?${exchanged}`;
      if (element.localName === "img") element.src = fresh.href;
      else if (element.matches('link[rel~="stylesheet"]')) exchange(element, fresh.href);
      else return reload();
    }
  }

  // What is wrong, over the page and apart from it: the page's own style does not reach it.
  let overlay = null;
  let trouble = "";

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function mended() {
    overlay?.remove();
    overlay = null;
    trouble = "";
  }

  function broken({ id, errors, more, texts }) {
    mended();
    trouble = id;
    overlay = element("songngu-overlay", { lang });
    overlay.dir = "ltr";
    const root = overlay.attachShadow({ mode: "open" });
    const style = element("link", { rel: "stylesheet", href: new URL("overlay.css", own).href });
    const close = element("button", { type: "button", className: "close" }, say.close);
    const heading = element("h2", { id: "title" }, say.title(errors));
    const list = element("ul", {});
    for (const text of texts) {
      const [first, ...rest] = text.split("\n");
      const item = element("li", { lang: "en" }, element("p", {}, first));
      if (rest.length > 0) item.append(element("pre", { tabIndex: 0 }, rest.join("\n")));
      list.append(item);
    }
    const panel = element("section", { className: "panel" }, close, heading, element("p", {}, say.text), list);
    panel.setAttribute("aria-labelledby", "title");
    if (more > 0) panel.append(element("p", {}, say.more(more)));
    const again = element("button", { type: "button", className: "again", hidden: true }, say.open(errors || texts.length));
    // Read aloud when it changes; the heading is a part of the panel that can be walked through.
    const alert = element("p", { className: "alert" });
    alert.setAttribute("role", "alert");
    const show = (isShown) => {
      panel.hidden = !isShown;
      again.hidden = isShown;
      (isShown ? close : again).focus({ preventScroll: true });
    };
    close.addEventListener("click", () => show(false));
    again.addEventListener("click", () => show(true));
    overlay.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !panel.hidden) show(false);
    });
    // Nothing is seen before it has its style.
    const shell = element("div", { hidden: true }, panel, again);
    const appear = () => {
      shell.hidden = false;
      alert.textContent = say.title(errors);
    };
    style.addEventListener("load", appear);
    style.addEventListener("error", appear);
    root.append(style, shell, alert);
    document.body.append(overlay);
    // The server's own page says the same, and may be older.
    if (digest === "") document.querySelector("main")?.setAttribute("hidden", "");
  }

  // A page that nobody sees does not hold a connection: browsers allow few of them. When it is seen again, the server
  // compares what it shows with what there is now.
  let source = null;
  let wasOpen = false;

  function connect() {
    if (source !== null || document.visibilityState !== "visible" || isLeaving) return;
    const query = new URLSearchParams({ path: location.pathname, digest, trouble });
    source = new EventSource(new URL(`changes?${query}`, own));
    const on = (name, act) => source.addEventListener(name, (event) => act(JSON.parse(event.data)));
    // The numbers of a server that has been started again are others.
    source.addEventListener("open", () => {
      if (wasOpen) shown = NaN;
      wasOpen = true;
    });
    on("kept", ({ generation }) => (current = generation));
    on("page", () => {
      disconnect();
      reload();
    });
    on("styles", styles);
    on("files", files);
    on("broken", broken);
    on("mended", mended);
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(connect, 1000);
    });
  }

  function disconnect() {
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? connect() : disconnect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  goBack();
  connect();
})();
