/* Proposes an address while the name is typed, until somebody types an address. Works without this as well. */
(() => {
  "use strict";
  const maakAdres = (naam) => naam.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().toLowerCase()
    .replace(/[-\s]+/g, "-").replace(/^[-_]+|[-_]+$/g, "").slice(0, 60).replace(/-+$/, "");
  for (const adres of document.querySelectorAll("[data-adres-van]")) {
    const naam = adres.form.elements[adres.dataset.adresVan];
    let eigen = adres.value !== "" && adres.value !== maakAdres(naam.value);
    adres.addEventListener("input", () => { eigen = adres.value !== ""; });
    naam.addEventListener("input", () => { if (!eigen) adres.value = maakAdres(naam.value); });
  }
})();
