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

  /** The notes of a row: the gap above each, its height, the end of all; of a shortened text, what is hidden. */
  const stack = (notes) => {
    let end = 0;
    for (const each of notes) {
      each.gap = Math.max(0, each.want - end);
      end += each.gap + each.height + GAP;
    }
    return { notes, end };
  };
  const placesIn = (row) => stack([...row.querySelectorAll(".cr-note")].filter((note) => note.offsetParent).map((note) => {
    const { clientHeight: line, scrollHeight } = note.querySelector(".cr-body");
    return {
      note,
      want: passageOf(note, row).getClientRects()[0].top - top(row),
      height: note.offsetHeight,
      line,
      hidden: scrollHeight - line,
    };
  }));

  /** The notes, and how far they may reach: along the text beside them, and on to the next note. */
  const measure = (row) => {
    const next = rows.find((each, at) => at > rows.indexOf(row) && placesIn(each).end) ?? document.getElementById("terms");
    const noteBelow = next?.matches(".cr-p") ? placesIn(next).notes[0].gap : 0;
    const clipped = getComputedStyle(row).contentVisibility === "auto";
    const text = row.querySelector(".cr-text").offsetHeight;
    const free = next && !clipped ? Math.max(0, top(next) + noteBelow - row.getBoundingClientRect().bottom) : 0;
    return { row, ...placesIn(row), text, free, room: text + free + GAP };
  };
  const crowded = ({ end, room }) => end > room;

  /** Shortened to one line each, notes share out the room that is left, a line each in turn. */
  const lengthen = ({ notes, room }) => {
    for (let lines = 2, open = notes; open.length; lines++) {
      open = open.filter((each) => {
        const { note, line } = each;
        each.hidden -= line;
        each.height += line;
        const fits = each.hidden > -line / 2 && stack(notes).end <= room;
        if (fits) note.style.setProperty("--lines", lines);
        else each.height -= line;
        return fits;
      });
    }
  };

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
      for (const part of row.querySelectorAll(".cr-notes, .cr-note, .cr-more")) part.removeAttribute("style");
    }
    if (!wide.matches) return;
    for (const fit of document.getElementById("cr-all")?.checked ? [] : [1, 2]) {
      for (const { row } of some.map(measure).filter(crowded)) row.dataset.fit = fit;
    }
    for (const each of some.filter((row) => row.dataset.fit === "2").map(measure)) lengthen(each);
    for (const { note, gap, hidden } of some.flatMap((row) => placesIn(row).notes)) {
      note.style.marginBlockStart = `${gap}px`;
      // A comparison has nothing but its text: where that is all there, there is no more.
      if (hidden < 2 && note.matches(".cr-k-compare")) note.querySelector(".cr-more").style.display = "none";
    }
    for (const { row, end, text, free } of some.map(measure)) {
      const over = Math.min(free, end - text);
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
