// A quote leads to its words in the source, and words of the source to all that rests on them. The address keeps the
// quote (#q3) or the entry (#e5), so that a link shows somebody else the same place. Without scripts the links still lead there.
const brief = document.getElementById("brief");
const source = document.getElementById("source");
let last; // the quote that was followed last

function show(numbers) {
  for (const each of document.querySelectorAll(".on")) each.classList.remove("on");
  for (const number of numbers) {
    for (const each of source.querySelectorAll(`mark[data-q~="${number}"]`)) each.classList.add("on");
    for (const each of brief.querySelectorAll(`a[data-q="${number}"]`)) each.closest("li, tr").classList.add("on");
  }
}

function bring(part, block) {
  part?.scrollIntoView({ block });
}

// What was asked for is brought last: where both stand one below the other, only that stays in sight.
function follow(event) {
  const [, kind, number] = /^#([qe])(\d+)$/.exec(location.hash) ?? [];
  const named = number && document.getElementById(kind + number);
  if (!named) return;
  if (kind === "q") {
    show([number]);
    if (!event) bring(brief.querySelector(".on"), "center");
    bring(source.querySelector("mark.on"), "center");
  } else {
    show(Array.from(named.querySelectorAll("a[data-q]"), (quote) => quote.dataset.q));
    bring(source.querySelector("mark.on"), "center");
    bring(named, "center");
  }
}

function back(numbers, event) {
  show(numbers);
  const to = last?.closest(".on") ? last : brief.querySelector(".on a");
  if (!to) return;
  event.preventDefault();
  bring(to, "center");
  to.focus({ preventScroll: true });
}

source.addEventListener("click", (event) => {
  const words = event.target.closest("mark");
  if (words && getSelection().isCollapsed) back(words.dataset.q.split(" "), event);
  const line = event.target.closest(".back")?.closest(".line");
  if (line) back(Array.from(line.querySelectorAll("mark"), (mark) => mark.dataset.q.split(" ")).flat(), event);
});
brief.addEventListener("click", (event) => {
  const quote = event.target.closest("a.quote");
  if (!quote) return;
  last = quote;
  if (quote.hash === location.hash) follow(event); // no other address, and so no event of its own
});
addEventListener("hashchange", follow);
follow();
