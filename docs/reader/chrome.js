/* Theme repairs: the labels that open menu and search become buttons, and the search dialog gets a name. */
(() => {
  for (const [id, name] of [["__drawer", "Menu"], ["__search", "Search"]]) {
    const toggle = document.getElementById(id);
    const label = document.querySelector(`.md-header__button[for=${id}]`);
    if (!label) continue;
    const button = document.createElement("button");
    button.className = label.className;
    button.dataset.crToggle = id;
    button.ariaLabel = name;
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
  const dialog = document.querySelector(".md-search");
  if (dialog) dialog.ariaLabel ??= "Search";
})();
