/* An extra to the arrows: drag a row among its neighbours. Dropping it presses its arrow, with so many steps. */
(() => {
  const boom = document.querySelector("form[data-slepen]");
  if (!boom) return;
  let gesleept = null;

  const buren = (rij) => [...rij.parentElement.children];
  const eigen = (rij) => rij.querySelector(":scope > .dm-knoop__regel .dm-pijlen");
  const isBuur = (rij) => gesleept && rij && rij !== gesleept && rij.parentElement === gesleept.parentElement;
  const vind = (event) => {
    let rij = event.target.closest(".dm-knoop");
    while (rij && gesleept && rij.parentElement !== gesleept.parentElement) rij = rij.parentElement.closest(".dm-knoop");
    return rij;
  };
  const wis = () => boom.querySelectorAll(".dm-knoop--doel").forEach((rij) => rij.classList.remove("dm-knoop--doel"));

  for (const rij of boom.querySelectorAll(".dm-knoop")) if (eigen(rij)) rij.draggable = true;

  boom.addEventListener("dragstart", (event) => {
    gesleept = event.target.closest(".dm-knoop");
    event.dataTransfer.effectAllowed = "move";
  });
  boom.addEventListener("dragover", (event) => {
    const rij = vind(event);
    wis();
    if (!isBuur(rij)) return;
    event.preventDefault();
    rij.classList.add("dm-knoop--doel");
  });
  boom.addEventListener("drop", (event) => {
    const rij = vind(event);
    if (!isBuur(rij)) return;
    event.preventDefault();
    const stappen = buren(rij).indexOf(rij) - buren(gesleept).indexOf(gesleept);
    const pijl = eigen(gesleept).querySelector(stappen < 0 ? "[value^=omhoog]" : "[value^=omlaag]");
    const veld = document.createElement("input");
    Object.assign(veld, { type: "hidden", name: "stappen", value: Math.abs(stappen) });
    boom.append(veld);
    boom.requestSubmit(pijl);
  });
  boom.addEventListener("dragend", () => { wis(); gesleept = null; });
})();
