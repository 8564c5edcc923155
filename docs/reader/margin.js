/* Moves each margin note down to its passage. Notes may run on beside paragraphs that have none, and are shortened
   where they would still crowd. Only rows near the screen; every step reads all rows before it writes any.
   Whatever changes, the row being read stays where it is: the first that begins on the upper half of the screen, else the
   one that fills it. */
(() => {
  const GAP = 12;
  const wide = matchMedia("(min-width: 60em)");
  const rows = [...document.querySelectorAll(".cr-p")];
  const near = new Set();
  let held;

  const top = (element) => element.getBoundingClientRect().top;
  const passageOf = (note, row) => [...row.querySelectorAll(`mark[data-notes~="${note.id}"], .cr-ref[href="#${note.id}"]`)]
    .find((part) => part.offsetParent) ?? row;

  const placesIn = (row) => {
    let end = 0;
    return [...row.querySelectorAll(".cr-note")].filter((note) => note.offsetParent).map((note) => {
      const gap = Math.max(0, passageOf(note, row).getClientRects()[0].top - top(row) - end);
      end += gap + note.offsetHeight + GAP;
      return { note, gap, end };
    });
  };

  /** Height of the notes, of the text beside them, and of the free margin below, as far as the next note. */
  const measure = (row) => {
    const next = rows.find((each, at) => at > rows.indexOf(row) && placesIn(each).length) ?? document.getElementById("terms");
    const noteBelow = next?.matches(".cr-p") ? placesIn(next)[0].gap : 0;
    const clipped = getComputedStyle(row).contentVisibility === "auto";
    return {
      row,
      notes: placesIn(row).at(-1)?.end ?? 0,
      text: row.querySelector(".cr-text").offsetHeight,
      free: next && !clipped ? Math.max(0, top(next) + noteBelow - row.getBoundingClientRect().bottom) : 0,
    };
  };
  const crowded = ({ notes, text, free }) => notes > text + free + GAP;

  const hold = () => {
    const line = Math.max(document.querySelector(".cr-tools")?.getBoundingClientRect().bottom, 0);
    const below = rows.find((each) => top(each) >= line);
    const row = below && top(below) < innerHeight / 2 ? below
      : rows.find((each) => each.getBoundingClientRect().bottom > line);
    held = row && { row, top: top(row) };
  };
  const restore = () => held && scrollBy({ top: top(held.row) - held.top, behavior: "instant" });

  const align = (some) => {
    for (const row of some) {
      delete row.dataset.fit;
      row.querySelector(".cr-notes")?.style.removeProperty("margin-block-end");
      for (const note of row.querySelectorAll(".cr-note")) note.style.marginBlockStart = "";
    }
    if (!wide.matches) return;
    for (const fit of document.getElementById("cr-all")?.checked ? [] : [1, 2, 3]) {
      for (const { row } of some.map(measure).filter(crowded)) row.dataset.fit = fit;
    }
    for (const { note, gap } of some.flatMap(placesIn)) note.style.marginBlockStart = `${gap}px`;
    for (const { row, notes, text, free } of some.map(measure)) {
      const over = Math.min(free, notes - text);
      if (over > 0) row.querySelector(".cr-notes").style.marginBlockEnd = `${-over}px`;
    }
  };

  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) near[isIntersecting ? "add" : "delete"](target);
    hold();
    align(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target));
    restore();
  }, { rootMargin: "600px 0px" });
  for (const row of rows) watcher.observe(row);

  addEventListener("pointerdown", hold, true);
  addEventListener("keydown", hold, true);
  addEventListener("change", () => {
    align([...near]);
    restore();
    requestAnimationFrame(restore);
  });
  addEventListener("resize", () => requestAnimationFrame(() => align([...near])));
  addEventListener("load", () => document.querySelector(".cr-note:target")?.scrollIntoView());
  crossread.align = (row) => align([row]);
})();
