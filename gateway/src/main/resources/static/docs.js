// The viewer shows the contract that the page names; nothing here is needed to read the page.
const viewer = document.getElementById("viewer");
SwaggerUIBundle({
  domNode: viewer,
  url: viewer.dataset.contract,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  // the page has its own heading and main part, and a page has one of each
  onComplete: () => {
    viewer.querySelectorAll("h1").forEach((heading) => heading.setAttribute("aria-level", "2"));
    viewer.querySelectorAll("main").forEach((part) => part.setAttribute("role", "group"));
  },
});
