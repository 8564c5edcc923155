/* Terms: a pop-up beside the word. On touch and small screens, terms and notes alike: a sheet at the bottom. */
window.crossread = {
  visible: (selector) => [...document.querySelectorAll(`.cr-text ${selector}`)].filter((link) => link.offsetParent),
};
(() => {
  const sheet = document.getElementById("cr-sheet");
  if (!sheet?.showPopover) return;
  const [name, body] = ["name", "body"].map((part) => document.getElementById(`cr-sheet-${part}`));
  const [previous, next, close] = sheet.querySelectorAll("button");
  const roomy = matchMedia("(min-width: 45em)");
  let opener;
  let timer;

  const target = (link) => document.getElementById(link.dataset.term ? `t-${link.dataset.term}` : link.hash.slice(1));
  const later = (delay, action) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  const showSheet = (link) => {
    const original = target(link);
    const group = crossread.visible(link.dataset.term ? ".cr-term" : ".cr-ref");
    const at = group.indexOf(link);
    name.textContent = `${at + 1} of ${group.length} ${link.dataset.term ? "mentions" : "notes"}`;
    body.className = original.className.replace(/cr-pop|cr-on/, "");
    body.innerHTML = original.innerHTML;
    for (const part of body.querySelectorAll("[id], .cr-back")) part.remove();
    for (const [button, step] of [[previous, -1], [next, 1]]) {
      button.disabled = !group[at + step];
      button.onclick = () => showSheet(group[at + step]);
    }
    sheet.showPopover();
    opener = link;
    crossread.light?.(link);
    const { top, bottom } = link.getBoundingClientRect();
    const hidden = bottom + 40 - sheet.getBoundingClientRect().top;
    if (hidden > 0 || top < 60) scrollBy({ top: hidden, behavior: "instant" });
    name.focus({ preventScroll: true });
  };

  const showPopup = (link) => {
    target(link).showPopover({ source: link });
    opener = link;
    link.ariaExpanded = true;
  };

  close.onclick = () => sheet.hidePopover();
  document.addEventListener("beforetoggle", ({ target: closing, newState }) => {
    if (newState !== "closed" || !opener) return;
    if (closing === sheet) crossread.light?.();
    else opener.ariaExpanded = false;
    if (closing.contains(document.activeElement)) opener.focus({ preventScroll: true });
  }, true);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = event.target.closest(".cr-text .cr-term");
    const shown = document.querySelector(".cr-pop:popover-open");
    if (event.target.closest(".cr-pop") || (link && shown === target(link))) clearTimeout(timer);
    else if (link && roomy.matches) later(350, () => showPopup(link));
    else later(300, () => shown?.contains(document.activeElement) || shown?.hidePopover());
  });
  document.addEventListener("scroll", () => clearTimeout(timer), { passive: true });

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".cr-text .cr-term");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(timer);
    if (event.pointerType === "touch" || !roomy.matches) return showSheet(link);
    link.focus({ preventScroll: true });
    showPopup(link);
    target(link).focus({ preventScroll: true });
  });

  crossread.sheet = showSheet;
})();
