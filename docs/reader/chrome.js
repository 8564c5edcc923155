/* Theme repairs: the label that opens the menu becomes a button. The search comes when it is asked for. */
(() => {
  const base = document.currentScript.src;
  const toggle = document.getElementById("__drawer");
  const label = document.querySelector(".md-header__button[for=__drawer]");
  if (label) {
    const button = document.createElement("button");
    button.className = label.className;
    button.dataset.crToggle = "__drawer";
    button.ariaLabel = "Menu";
    button.ariaExpanded = toggle.checked;
    button.append(...label.children);
    button.onclick = () => toggle.click();
    toggle.addEventListener("change", () => { button.ariaExpanded = toggle.checked; });
    label.replaceWith(button);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      button.focus();
    });
  }

  // A part of the page that has moved: its line at the page's end leads on.
  const follow = () => {
    const line = document.getElementById(location.hash.slice(1))?.closest(".cr-moved > p");
    if (line) location.replace(line.querySelector("a").href);
  };
  addEventListener("hashchange", follow);
  follow();

  const find = document.querySelector(".cr-find");
  const page = document.getElementById("cr-search-page");
  let search;
  const load = () => search ??= new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = new URL("search.js", base);
    script.onload = resolve;
    document.head.append(script);
  });
  const open = (event) => {
    event.preventDefault();
    load().then(() => crSearch.open());
  };
  if (find) {
    find.onpointerenter = find.onfocus = load;
    find.onclick = (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event); };
  }
  if (page) load();
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, dialog[open]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) open(event);
  });
})();
