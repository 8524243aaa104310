// A quote leads to its words in the source, and words of the source to all that rests on them. The address keeps the
// quote (#q3), so that a link shows somebody else the same place. Without scripts the links still lead to the words.
const brief = document.getElementById("brief");
const source = document.getElementById("source");

function show(numbers) {
  for (const each of document.querySelectorAll(".on")) each.classList.remove("on");
  for (const number of numbers) {
    for (const each of source.querySelectorAll(`mark[data-q~="${number}"]`)) each.classList.add("on");
    for (const each of brief.querySelectorAll(`a[data-q="${number}"]`)) each.closest("li, tr").classList.add("on");
  }
}

function follow(event) {
  const named = /^#q(\d+)$/.exec(location.hash);
  if (!named) return;
  show([named[1]]);
  if (!event) brief.querySelector(".on")?.scrollIntoView({ block: "center" });
  source.querySelector("mark.on")?.scrollIntoView({ block: "center" }); // last: in a narrow window only that stays in sight
}

source.addEventListener("click", (event) => {
  const words = event.target.closest("mark");
  if (!words || !getSelection().isCollapsed) return;
  show(words.dataset.q.split(" "));
  brief.querySelector(".on")?.scrollIntoView({ block: "center" });
});
brief.addEventListener("click", (event) => {
  const quote = event.target.closest("a.quote");
  if (quote && quote.hash === location.hash) follow(event); // no other address, and so no event of its own
});
addEventListener("hashchange", follow);
document.getElementById("uncited").addEventListener("change", (event) => {
  source.classList.toggle("uncited", event.target.checked);
});
follow();
