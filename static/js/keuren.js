/* Extras on the page where many texts are approved at once; it works without them.
   "Kies alles" ticks without loading the page again, and the bar says how many are chosen. */
(() => {
  const form = document.querySelector("form[data-keuren]");
  if (!form) return;
  const vakjes = [...form.querySelectorAll("input[name=kies]")];
  const aantal = form.querySelector("[data-aantal]");
  const link = document.querySelector("[data-kies-alles]");
  const gekozen = () => vakjes.filter((vakje) => vakje.checked).length;

  const toon = () => {
    const nu = gekozen();
    aantal.textContent = nu ? `${nu} van ${vakjes.length} gekozen` : "";
    if (link) link.textContent = nu === vakjes.length ? "Kies niets" : "Kies alles";
  };
  if (link) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const alles = gekozen() !== vakjes.length;
      for (const vakje of vakjes) vakje.checked = alles;
      toon();
    });
  }
  form.addEventListener("change", toon);
  window.addEventListener("pageshow", toon);
})();
