/* The timeline's choices: adds that of actors, counts what is left, hides empty years, and keeps the place. */
(() => {
  const form = document.querySelector(".cr-narrow");
  if (!form) return;
  const events = [...document.querySelectorAll(".cr-event")];
  const pan = document.querySelector(".cr-pan");
  if (pan) pan.scrollLeft = pan.scrollWidth; // where the picture is larger than the screen: most happens late
  const left = document.getElementById("cr-left");
  form.addEventListener("change", () => {
    const at = events.find((one) => one.getBoundingClientRect().bottom > 160 && !one.hidden);
    const top = at?.getBoundingClientRect().top;
    const data = new FormData(form);
    const actor = data.get("cr-actor");
    const fits = ({ classList, dataset }) =>
      [data.get("cr-e"), data.get("cr-a")].every((name) => !name || classList.contains(name)) &&
      (!actor || dataset.actors?.split(" ").includes(actor));
    const off = new Set(events.filter((one) => !fits(one)));
    for (const one of events) one.hidden = off.has(one);
    for (const list of document.querySelectorAll(".cr-events")) {
      list.hidden = list.previousElementSibling.hidden = ![...list.children].some((one) => !off.has(one));
    }
    for (const mark of document.querySelectorAll(".cr-mark")) mark.classList.toggle("cr-off", document.getElementById(mark.dataset.e).hidden);
    left.textContent = off.size ? `${events.length - off.size} of ${events.length} shown` : "";
    const stay = events.slice(events.indexOf(at)).find((one) => !one.hidden) ?? events.findLast((one) => !one.hidden);
    if (top < innerHeight && stay) scrollBy({ top: stay.getBoundingClientRect().top - top, behavior: "instant" });
  });
})();
