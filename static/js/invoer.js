/* Extras while somebody fills in; every page works without them.
   Says that there is something to save, warns before it is left behind, and lets Ctrl+S save. */
(() => {
  const form = document.querySelector("form[data-bewaakt]");
  if (!form) return;
  const stand = form.querySelector("[data-stand]");
  const knop = form.querySelector("button[type=submit]");
  const read = () => new URLSearchParams(new FormData(form)).toString();
  const begin = read();
  let verstuurd = false;

  const isVeranderd = () => !verstuurd && read() !== begin;
  const toon = () => { if (stand) stand.textContent = isVeranderd() ? "Nog niet opgeslagen" : ""; };

  form.addEventListener("input", toon);
  form.addEventListener("submit", () => { verstuurd = true; });
  for (const link of form.querySelectorAll("[data-loslaten]")) {
    link.addEventListener("click", () => { verstuurd = true; });
  }
  window.addEventListener("pageshow", toon);
  window.addEventListener("beforeunload", (event) => { if (isVeranderd()) event.preventDefault(); });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s" && knop) {
      event.preventDefault();
      form.requestSubmit(knop);
    }
  });
})();
