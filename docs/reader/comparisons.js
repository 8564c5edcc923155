/* The choices of the table of questions: they work without; this counts what is left and takes away empty topics. */
(() => {
  const form = document.querySelector(".cr-sift");
  if (!form) return;
  const rows = [...document.querySelectorAll(".cr-matrix tbody tr")];
  const left = document.getElementById("cr-left");
  const count = () => {
    const names = [...new FormData(form).values()].filter(Boolean);
    const fits = ({ classList }) => names.every((name) => classList.contains(name));
    for (const grid of document.querySelectorAll(".cr-grid")) {
      const none = ![...grid.querySelectorAll("tbody tr")].some(fits);
      grid.hidden = grid.previousElementSibling.hidden = none;
    }
    const shown = rows.filter(fits).length;
    left.textContent = shown < rows.length ? `${shown} of ${rows.length} shown` : "";
  };
  form.addEventListener("change", count);
  addEventListener("pageshow", count); // some browsers bring back what was chosen before
})();
