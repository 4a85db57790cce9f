/* Keeps what somebody types in this browser until the server has it (ontwerp 3, "Losing nothing").
   A draft is of one user, one shown form and one state of the row. It goes when the server said that the form was
   saved, when the user throws it away or logs out. Without storage, or when it is full, nothing happens. */
(() => {
  const {gebruiker} = document.currentScript.dataset;
  if (!gebruiker) return;
  const VOOR = `concept/${gebruiker}/`;
  const WACHT = 400;
  const BEWAAR = 90 * 24 * 60 * 60 * 1000;
  const STIL = /(^|-)keuze\.|(^|-)botsing$/;
  const TYPEN = "input:not([type=hidden], [type=password], [type=file], [type=submit], [type=button]), textarea, select";

  const probeer = (doe) => { try { return doe(); } catch { return undefined; } };
  const plat = (tekst) => (tekst ?? "").replace(/\r\n?/g, "\n");

  const bewaar = (sleutel, concept) => probeer(() => localStorage.setItem(sleutel, JSON.stringify(concept)));
  const vergeet = (sleutel) => probeer(() => localStorage.removeItem(sleutel));
  const lees = (sleutel) => probeer(() => JSON.parse(localStorage.getItem(sleutel)));
  const concepten = () => (probeer(() => Object.keys(localStorage)) ?? [])
    .filter((sleutel) => sleutel.startsWith(VOOR))
    .map((sleutel) => [sleutel, lees(sleutel)])
    .filter(([, concept]) => concept?.velden)
    .sort(([, een], [, ander]) => ander.op - een.op);

  /* --- the fields of a form --- */

  const hidden = (form, naam) => form.querySelector(`input[type=hidden][name="${CSS.escape(naam)}"]`);
  const isVinkje = (veld) => veld.type === "checkbox";
  const waarde = (veld) => isVinkje(veld) ? (veld.checked ? "aan" : "") : plat(veld.value);
  const getoond = (veld) => {
    if (isVinkje(veld)) return veld.defaultChecked ? "aan" : "";
    if (veld.tagName === "SELECT") return (Array.from(veld.options).find((keus) => keus.defaultSelected) ?? veld.options[0])?.value ?? "";
    return plat(veld.defaultValue);
  };
  const geladen = (form, veld) => {
    const eerst = hidden(form, `initial-${veld.name}`);
    if (!eerst) return getoond(veld);
    return isVinkje(veld) ? (eerst.value === "True" ? "aan" : "") : plat(eerst.value);
  };
  const inWoorden = (veld, inhoud) => {
    if (isVinkje(veld)) return inhoud ? "ja" : "nee";
    if (veld.tagName === "SELECT") return Array.from(veld.options).find((keus) => keus.value === inhoud)?.text.trim() ?? inhoud;
    return inhoud;
  };
  const labelVan = (veld) => veld.labels?.[0]?.textContent.trim() || veld.getAttribute("aria-label") || veld.name;
  const kopVan = (veld) => veld.closest("fieldset")?.querySelector("legend")?.textContent.trim();

  /* A part is known by its own key, not by its place, which shifts when a colleague adds or removes one. */
  const sleutelVan = (form, veld, nieuw) => {
    const [, groep, nummer, naam] = /^(.+)-(\d+)-(.+)$/.exec(veld.name) ?? [];
    const rij = groep && hidden(form, `${groep}-${nummer}-rij`);
    if (!rij) return veld.name;
    const plaatsen = nuttig(nieuw, groep, () => new Map());
    return `${groep}/${rij.value || `nieuw ${nuttig(plaatsen, nummer, () => plaatsen.size + 1)}`}/${naam}`;
  };
  const nuttig = (kaart, sleutel, maak) => {
    if (!kaart.has(sleutel)) kaart.set(sleutel, maak());
    return kaart.get(sleutel);
  };
  const veldenVan = (form) => {
    const nieuw = new Map();
    return new Map(Array.from(form.querySelectorAll(TYPEN))
      .filter((veld) => veld.name && veld.type !== "radio" && !STIL.test(veld.name))
      .map((veld) => [sleutelVan(form, veld, nieuw), veld]));
  };
  const nummerveld = (form) => form.querySelector("input[type=hidden][name$=formulier]");
  const nummerVan = (form) => nummerveld(form)?.value;
  /* Who comes back with the back button gets a fresh page with the words typed before: it is still the same form. */
  const houdNummer = (form) => {
    const nummers = history.state?.formulieren ?? {}, veld = nummerveld(form);
    if (!veld) return;
    veld.value = nummers[form.id] ?? veld.value;
    history.replaceState({...history.state, formulieren: {...nummers, [form.id]: veld.value}}, "");
  };
  const objectVan = (form) => `${location.pathname}#${form.id}`;
  const standVan = (form) => [hidden(form, "versie")?.value ?? "",
    ...Array.from(form.querySelectorAll("input[type=hidden][name*=initial-]"), (veld) => `${veld.name}=${plat(veld.value)}`)].join("\n");

  /* --- keeping --- */

  const waak = (form) => {
    houdNummer(form);
    const nummer = nummerVan(form);
    if (!nummer) return;
    const sleutel = VOOR + nummer, stand = samenvatting(standVan(form)), aangeraakt = new Set();
    let wekker = 0;
    const schrijf = () => {
      clearTimeout(wekker);
      wekker = 0;
      const velden = lees(sleutel)?.velden ?? {};
      for (const [naam, veld] of veldenVan(form)) {
        if (!aangeraakt.has(naam) && waarde(veld) === getoond(veld) && !(naam in velden)) continue;
        if (waarde(veld) === geladen(form, veld)) delete velden[naam];
        else velden[naam] = {waarde: waarde(veld), woorden: inWoorden(veld, waarde(veld)), label: labelVan(veld), geladen: geladen(form, veld)};
      }
      if (Object.keys(velden).length === 0) vergeet(sleutel);
      else bewaar(sleutel, {object: objectVan(form), pad: location.pathname, titel: document.querySelector("h1")?.textContent.trim(), stand, op: Date.now(), velden});
    };
    form.addEventListener("input", (event) => {
      for (const [naam, veld] of veldenVan(form)) if (veld === event.target) aangeraakt.add(naam);
      clearTimeout(wekker);
      wekker = setTimeout(schrijf, WACHT);
    });
    const meteen = () => { if (wekker) schrijf(); };
    form.addEventListener("submit", meteen);
    window.addEventListener("pagehide", meteen);
    document.addEventListener("visibilitychange", meteen);
    for (const [oud, concept] of concepten()) if (concept.object === objectVan(form)) biedAan(form, oud, concept, stand, schrijf);
  };

  /* --- offering back --- */

  const samenvatting = (tekst) => {
    let som = 0;
    for (const teken of tekst) som = (Math.imul(som, 31) + teken.codePointAt(0)) | 0;
    return String(som);
  };
  const tijd = (op) => {
    const toen = new Date(op), dag = (moment) => moment.toLocaleDateString("nl-NL", {day: "numeric", month: "long"});
    const klok = toen.toLocaleTimeString("nl-NL", {hour: "2-digit", minute: "2-digit"});
    return dag(toen) === dag(new Date()) ? `om ${klok}` : `op ${dag(toen)} om ${klok}`;
  };
  const vul = (stuk, naam, tekst) => {
    const plek = stuk.querySelector(`[data-${naam}]`);
    plek.textContent = tekst || "leeg";
    plek.classList.toggle("dm-leeg", !tekst);
  };
  const zet = (veld, inhoud) => {
    if (isVinkje(veld)) veld.checked = Boolean(inhoud);
    else veld.value = inhoud;
    for (const soort of ["input", "change"]) veld.dispatchEvent(new Event(soort, {bubbles: true}));
  };

  const biedAan = (form, sleutel, concept, stand, schrijf) => {
    const hier = veldenVan(form);
    const rijen = Object.entries(concept.velden)
      .map(([naam, getypt]) => ({naam, getypt, veld: hier.get(naam)}))
      .filter(({getypt, veld}) => veld ? waarde(veld) !== getypt.waarde : getypt.waarde);
    if (rijen.length === 0) {
      const isBewaard = Object.entries(concept.velden).every(([naam, getypt]) => !hier.has(naam) || geladen(form, hier.get(naam)) === getypt.waarde);
      if (isBewaard && !sleutel.endsWith(nummerVan(form))) vergeet(sleutel);
      return;
    }
    toon(form, sleutel, concept, rijen, concept.stand !== stand, schrijf);
  };

  const toon = (form, sleutel, concept, rijen, isVerder, schrijf) => {
    const sjabloon = document.getElementById("concept-aanbod");
    const aanbod = sjabloon.content.firstElementChild.cloneNode(true);
    const rijsjabloon = aanbod.querySelector("template");
    const labels = rijen.map(({getypt}) => getypt.label);
    for (const {getypt, veld} of rijen) {
      const rij = rijsjabloon.content.firstElementChild.cloneNode(true);
      const kop = veld && labels.filter((label) => label === getypt.label).length > 1 ? kopVan(veld) : "";
      vul(rij, "label", kop ? `${kop}: ${getypt.label}` : getypt.label);
      vul(rij, "getypt", getypt.woorden);
      vul(rij, "nu", veld ? inWoorden(veld, waarde(veld)) : "Dit veld staat hier niet meer. Kopieer wat u nodig hebt.");
      rij.querySelector("[data-intussen]").hidden = !veld || geladen(form, veld) === getypt.geladen;
      rijsjabloon.before(rij);
    }
    const klaar = () => { vergeet(sleutel); aanbod.remove(); };
    const terug = rijen.filter(({veld}) => veld);
    vul(aanbod, "tijd", tijd(concept.op));
    aanbod.querySelector("[data-verder]").hidden = !isVerder;
    const knop = aanbod.querySelector("[data-terug]");
    knop.hidden = terug.length === 0;
    knop.addEventListener("click", () => {
      for (const {veld, getypt} of terug) zet(veld, getypt.waarde);
      klaar();
      schrijf();
      terug[0].veld.focus();
    });
    aanbod.querySelector("[data-weg]").addEventListener("click", klaar);
    window.addEventListener("storage", (event) => { if (event.key === sleutel && event.newValue === null) aanbod.remove(); });
    form.before(aanbod);
  };

  /* --- letting go --- */

  /* Longer than a round takes; without this a browser that is never logged out of would fill up. */
  for (const [sleutel, {op}] of concepten()) if (Date.now() - op > BEWAAR) vergeet(sleutel);

  for (const bericht of document.querySelectorAll("[data-opgeslagen]")) vergeet(VOOR + bericht.dataset.opgeslagen);

  const uitloggen = document.querySelector("form[data-uitloggen]");
  if (uitloggen) {
    const bewaard = concepten(), lijst = uitloggen.querySelector("[data-concepten]");
    for (const pad of new Set(bewaard.map(([, concept]) => concept.pad))) {
      const [, concept] = bewaard.find(([, ander]) => ander.pad === pad);
      const rij = document.createElement("li"), link = document.createElement("a");
      link.href = pad;
      link.textContent = concept.titel || pad;
      rij.append(link);
      lijst.append(rij);
    }
    uitloggen.querySelector("[data-waarschuwing]").hidden = bewaard.length === 0;
    uitloggen.addEventListener("submit", () => { for (const [sleutel] of concepten()) vergeet(sleutel); });
  }

  for (const form of document.querySelectorAll("form[data-bewaakt], form.dm-invoer")) waak(form);
})();
