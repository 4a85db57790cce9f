/* Extras while somebody fills in; every page works without them.
   Says that there is something to save, warns before it is left behind, lets Ctrl+S save, and sends a form once. */
(() => {
  const GEDULD = 15000;
  const bezig = new Set();

  const ga = (form, isBezig) => {
    form.inert = isBezig;
    for (const knop of form.querySelectorAll("button[type=submit]")) knop.disabled = isBezig;
    if (isBezig) bezig.add(form); else bezig.delete(form);
  };
  const laatLos = () => { for (const form of [...bezig]) ga(form, false); };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (bezig.has(form)) {
      event.preventDefault();
      return;
    }
    bezig.add(form);
    /* After the browser has read the form, with the button that was pressed. */
    setTimeout(() => ga(form, true));
    setTimeout(laatLos, GEDULD);
  });
  /* Back on a page that the browser had kept: its form can be sent again. */
  window.addEventListener("pageshow", laatLos);

  const waak = (form) => {
    const stand = form.querySelector("[data-stand]");
    const read = () => new URLSearchParams(new FormData(form)).toString();
    const begin = read(), isTeruggekomen = form.querySelector(".dm-botsing, .utrecht-form-field--invalid") !== null;
    let magWeg = false;

    const isVeranderd = () => !magWeg && !bezig.has(form) && (isTeruggekomen || read() !== begin);
    const toon = () => {
      if (stand) stand.textContent = isVeranderd() ? "Nog niet opgeslagen" : "";
    };

    form.addEventListener("input", toon);
    for (const link of form.querySelectorAll("[data-loslaten]")) {
      link.addEventListener("click", () => { magWeg = true; });
    }
    window.addEventListener("pageshow", () => { magWeg = false; toon(); });
    window.addEventListener("beforeunload", (event) => { if (isVeranderd()) event.preventDefault(); });
  };

  const forms = document.querySelectorAll("form[data-bewaakt]"), [eerste] = forms;
  for (const form of forms) waak(form);
  const knop = eerste?.querySelector("button[type=submit]");
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s" && knop && !knop.disabled) {
      event.preventDefault();
      eerste.requestSubmit(knop);
    }
  });
})();
