/* The table of figures: its rows are sorted by styles; here they are put in that order in the page too, for those who read by ear or by Tab. */
(() => {
  const form = document.querySelector(".cr-order");
  const table = document.querySelector(".cr-ledger");
  if (!form || !table) return;
  const COLUMNS = { n: 1, p: 2, z: 0, w: 3, a: 5, x: 6 };
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const sort = () => {
    const by = new FormData(form).get("cr-s");
    const places = new Map(rows.map((row, at) => [row, Number(by === "n" ? at : row.style.getPropertyValue(`--${by}`))]));
    const sorted = [...rows].sort((a, b) => places.get(a) - places.get(b));
    if (sorted.some((row, at) => row !== body.rows[at])) body.append(...sorted);
    for (const [at, head] of heads.entries()) {
      if (at === COLUMNS[by]) head.setAttribute("aria-sort", by === "z" ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  };
  form.addEventListener("change", sort);
  sort();
})();
