/* The timeline's choices: adds that of actors, counts what is left, hides empty years, and keeps the place. */
(() => {
  const form = document.querySelector(".cr-narrow");
  if (!form) return;
  const events = [...document.querySelectorAll(".cr-event")];
  const left = document.getElementById("cr-left");
  const pan = document.querySelector(".cr-pan");
  pan.scrollLeft = pan.scrollWidth; // where the picture is larger than the screen: most happens late
  const topOf = (one) => one.getBoundingClientRect().top;
  let at;
  let top;
  const remember = () => {
    at = events.find((one) => one.checkVisibility() && one.getBoundingClientRect().bottom > form.getBoundingClientRect().bottom + 80);
    top = at && topOf(at);
  };
  for (const type of ["pointerdown", "keydown"]) form.addEventListener(type, remember, true);

  form.addEventListener("change", () => {
    document.documentElement.style.overflowAnchor = "none"; // from here on we keep the place ourselves
    const data = new FormData(form);
    const actor = data.get("cr-actor");
    const fits = ({ classList, dataset }) =>
      [data.get("cr-e"), data.get("cr-a")].every((name) => !name || classList.contains(name)) &&
      (!actor || dataset.actors?.split(" ").includes(actor));
    const shown = new Set(events.filter(fits));
    for (const one of events) one.hidden = !shown.has(one);
    for (const list of document.querySelectorAll(".cr-events")) {
      list.hidden = list.previousElementSibling.hidden = ![...list.children].some((one) => shown.has(one));
    }
    for (const mark of document.querySelectorAll(".cr-mark")) mark.classList.toggle("cr-off", document.getElementById(mark.dataset.e).hidden);
    if (left) left.textContent = shown.size < events.length ? `${shown.size} of ${events.length} shown` : "";
    if (!(top < innerHeight)) return; // the list is not in sight yet
    const stay = events.slice(events.indexOf(at)).find((one) => shown.has(one)) ?? events.findLast((one) => shown.has(one));
    const goal = stay === at ? top : Math.max(top, form.getBoundingClientRect().bottom + 8);
    const keep = () => stay && scrollBy({ top: topOf(stay) - goal, behavior: "instant" });
    keep();
    requestAnimationFrame(keep); // events that come into sight get their true height only now
  });
})();
