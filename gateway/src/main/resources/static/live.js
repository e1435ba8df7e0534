// Pages are complete without this. With it an answer takes its form's place, the way back leads to the form as it was typed,
// and news are announced. What was on a screen stays in the memory of this tab, and nowhere else.
const screens = new Map();
let here = history.state?.screen ?? 0;
history.replaceState({ screen: here }, "");

function leave() {
  const nodes = document.createDocumentFragment();
  nodes.append(...document.body.childNodes);
  screens.set(here, { nodes, title: document.title });
}

function arrive() {
  const first = [".trouble, .standing[role=status]", "main h2", "main h1"]
    .map((which) => document.querySelector(which)).find((found) => found);
  scrollTo(0, 0);
  first.tabIndex = -1;
  first.focus();
}

addEventListener("popstate", ({ state }) => {
  if (state === null) { // to a place within the page
    history.replaceState({ screen: here }, "");
  } else if (state.screen !== here) {
    if (!screens.has(state.screen)) {
      location.reload();
      return;
    }
    leave();
    here = state.screen;
    document.body.append(screens.get(here).nodes);
    document.title = screens.get(here).title;
    if (location.hash) {
      location.replace(location.hash); // the step that was on the screen
    }
  }
});

document.addEventListener("htmx:configRequest", ({ detail }) => {
  detail.headers.Accept = "text/html";
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target === document.body) {
    leave();
    here += 1;
    history.pushState({ screen: here }, "", new URL(detail.xhr.responseURL).pathname);
  }
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target === document.body) {
    arrive();
  }
});

let patience;
document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.elt.matches("form")) {
    document.getElementById("news").textContent = "";
    patience = setTimeout(() => {
      document.getElementById("news").textContent = document.body.dataset.waiting;
    }, 1000);
  }
});

document.addEventListener("htmx:afterRequest", () => clearTimeout(patience));

document.addEventListener("htmx:sendError", ({ detail }) => {
  if (detail.elt.matches("form")) {
    document.getElementById("news").textContent = document.body.dataset.offline;
  }
});

function renew() {
  return htmx.ajax("GET", location.href, { target: "#main", select: "#main", swap: "outerHTML show:none" });
}

const followed = document.querySelector("[data-follow]")?.dataset.follow.split(" ") ?? [];
if (followed.length > 0) {
  const events = new EventSource("/api/v1/events");
  followed.forEach((type) => events.addEventListener(type, async () => {
    await renew();
    document.getElementById("news").textContent = document.body.dataset.news;
  }));
}

const every = document.querySelector("[data-renew]")?.dataset.renew;
if (every) {
  setInterval(() => document.hidden || renew(), every * 1000);
}
