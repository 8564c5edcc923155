/* Notes: a reference or passage opens its note, in the margin or in the sheet, and both light up.
   Keys j and k step through them, off until asked for (WCAG 2.1.4). "Link" and paragraph numbers copy their address. */
(() => {
  const wide = matchMedia("(min-width: 60em)");
  const keys = document.getElementById("cr-keys");
  const status = document.getElementById("cr-status");
  const refs = () => crossread.visible(".cr-ref");
  const refTo = (id) => refs().find((ref) => ref.hash === `#${id}`);
  const idsOf = ({ dataset, hash, id }) => dataset.notes?.split(" ") ?? [hash?.slice(1) || id];
  let current;

  const light = (element) => {
    for (const lit of document.querySelectorAll(".cr-lit")) lit.classList.remove("cr-lit");
    for (const id of element ? idsOf(element) : []) {
      for (const part of document.querySelectorAll(`mark[data-notes~="${id}"], .cr-ref[href="#${id}"]`)) part.classList.add("cr-lit");
    }
  };

  const open = (id) => {
    current = refTo(id) ?? current; // what is compared has no reference
    if (!wide.matches) return current && crossread.sheet(current);
    const note = document.getElementById(id);
    const row = note.closest(".cr-p");
    const { top } = row.getBoundingClientRect();
    document.querySelector(".cr-on")?.classList.remove("cr-on");
    note.classList.add("cr-on");
    light(note);
    crossread.align(row);
    scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" }); // what closed above took its room
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "nearest" });
  };

  const copy = ({ href, hash }) => navigator.clipboard?.writeText(href).then(
    () => { status.textContent = `Copied ${hash}`; },
    () => { /* Not allowed: the link still works. */ },
  );

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a, mark.cr-hl");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches(".cr-pn, .cr-link")) copy(link);
    if (!link.matches(".cr-ref, .cr-more, mark") || (!wide.matches && !crossread.sheet)) return;
    const id = link.matches(".cr-more") ? link.hash.slice(1) : idsOf(link).find(refTo);
    if (!id || !getSelection().isCollapsed) return;
    event.preventDefault();
    open(id);
  });

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse" || !wide.matches) return;
    light(target.closest("mark.cr-hl, .cr-ref, .cr-note") ?? document.querySelector(".cr-note:is(.cr-on, :target)"));
  });

  const arrive = () => location.hash.startsWith("#n-") && light({ dataset: {}, hash: location.hash });
  addEventListener("hashchange", arrive);
  arrive();

  if (keys) {
    try {
      keys.checked = localStorage.crossreadKeys === "true";
      keys.onchange = () => { localStorage.crossreadKeys = keys.checked; };
    } catch { /* No storage: off on every page. */ }
    document.addEventListener("keydown", ({ key, target, ctrlKey, metaKey, altKey }) => {
      const step = { j: 1, k: -1 }[key];
      if (!step || !keys.checked || ctrlKey || metaKey || altKey || target.matches("[type=text], textarea")) return;
      const all = refs();
      const ref = all[all.indexOf(current) + step];
      ref?.scrollIntoView({ block: "center" });
      if (ref) open(ref.hash.slice(1));
    });
  }
  crossread.light = light;
})();
