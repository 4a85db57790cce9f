/* Draws the charts again with plotly, over their static SVG, once they are near the screen and the page is quiet.
   Without this script, or when it fails, the SVG and the table are there. */
"use strict";

(() => {
  /* Plotly cannot draw with the two colours a person chose for all pages; the static drawing can. */
  if (window.matchMedia("(forced-colors: active)").matches) return;

  const plotlyAdres = document.currentScript.dataset.plotly;
  const donker = window.matchMedia("(prefers-color-scheme: dark)");
  let plotly;

  const nederlands = {
    moduleType: "locale",
    name: "nl",
    dictionary: {
      "Autoscale": "Alles passend maken",
      "Double-click to zoom back out": "Dubbelklik om weer uit te zoomen",
      "Download plot as a PNG": "Afbeelding opslaan (PNG)",
      "Reset axes": "Beginstand",
      "Snapshot succeeded": "De afbeelding is opgeslagen",
      "Taking snapshot - this may take a few seconds": "De afbeelding wordt gemaakt",
      "Sorry, there was a problem downloading your snapshot!": "Opslaan is niet gelukt",
      "Zoom in": "Inzoomen",
      "Zoom out": "Uitzoomen",
    },
    format: {
      days: ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
      shortDays: ["zo", "ma", "di", "wo", "do", "vr", "za"],
      months: [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
      ],
      shortMonths: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
      date: "%d-%m-%Y",
      decimal: ",",
      thousands: ".",
    },
  };

  const loadPlotly = () => {
    plotly ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = plotlyAdres;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    }).then(() => {
      window.Plotly.register(nederlands);
      return window.Plotly;
    });
    return plotly;
  };

  const colourOf = (beeld) => {
    const stijl = getComputedStyle(beeld);
    return (naam) => stijl.getPropertyValue(`--grafiek-${naam}`).trim();
  };

  const colourTrace = (trace, colour) => {
    const eigen = colour(trace.meta);
    const marker = { ...trace.marker, color: eigen };
    if (marker.pattern) marker.pattern = { ...marker.pattern, bgcolor: eigen, fgcolor: colour("grond") };
    if (marker.line) marker.line = { ...marker.line, color: trace.meta === "derde" ? colour("tweede") : eigen };
    return {
      ...trace,
      marker,
      ...(trace.line && { line: { ...trace.line, color: eigen } }),
      hoverlabel: { align: "left", bgcolor: colour("grond"), bordercolor: colour("zacht"), font: { color: colour("tekst") } },
    };
  };

  /* As grafieken.css does: smaller letters in a column narrower than the texts were broken for. */
  const sizeFor = (beeld) => (beeld.clientWidth <= 336 ? 12 / 14 : 1);

  /* A text stands on its baseline, a quarter of a line above its bottom. */
  const woordplaats = { yanchor: "bottom", yshift: -3, showarrow: false, borderpad: 0, borderwidth: 0 };

  const colourAxis = (as, colour) => ({
    ...as,
    gridcolor: colour("raster"),
    tickfont: { color: colour("zacht"), size: 13 },
  });

  const dressLayout = (layout, colour, lettertype, maat) => {
    const zacht = { color: colour("zacht"), size: 13 * maat };
    return {
      ...layout,
      autosize: true,
      font: { family: lettertype, color: colour("tekst"), size: 14 },
      title: { ...layout.title, font: zacht },
      legend: { ...layout.legend, font: zacht, bgcolor: "rgba(0,0,0,0)" },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      modebar: { bgcolor: colour("grond"), color: colour("zacht"), activecolor: colour("tekst") },
      xaxis: colourAxis(layout.xaxis, colour),
      yaxis: colourAxis(layout.yaxis, colour),
      annotations: layout.annotations.map((woord) => ({
        ...woordplaats,
        ...woord,
        font: { ...woord.font, size: woord.font.size * maat, color: colour(["naam", "getal"].includes(woord.name) ? "tekst" : "zacht") },
      })),
    };
  };

  /* The picture goes its own way, so it takes along what stands around the chart on the page. */
  const saveImage = (Plotly, figuur, beeld) => {
    const around = beeld.closest(".grafiek");
    const titel = around.querySelector(".grafiek__titel").textContent;
    const bron = around.querySelector(".grafiek__bron")?.textContent ?? "";
    const { layout, eigenHoogte } = figuur;
    const kop = 44;
    const voet = 34;
    const hoogte = eigenHoogte + kop + voet;
    const legenda = kop + (1 - layout.legend.y) * eigenHoogte;
    Plotly.downloadImage(
      {
        data: figuur.data,
        layout: {
          ...layout,
          autosize: false,
          height: hoogte,
          margin: { t: layout.margin.t + kop, b: layout.margin.b + voet, l: 24, r: 24 },
          paper_bgcolor: colourOf(beeld)("grond"),
          legend: { ...layout.legend, y: 1 - legenda / hoogte },
          title: {
            ...layout.title,
            text: titel.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
            subtitle: { text: layout.title.text, font: layout.title.font },
            font: { ...layout.font, size: 16, weight: 600 },
            pad: { t: 14, l: 24 },
          },
          annotations: [
            ...layout.annotations,
            { text: bron, xref: "paper", yref: "paper", x: 0, y: 0, yanchor: "top", yshift: -layout.margin.b - 8, showarrow: false, font: { size: 12 } },
          ],
        },
      },
      { format: "png", filename: around.id, width: 800, height: hoogte, scale: 2 },
    );
  };

  const configFor = (Plotly, figuur, beeld) => {
    const opslaan = {
      name: "opslaan",
      title: nederlands.dictionary["Download plot as a PNG"],
      icon: Plotly.Icons.camera,
      click: () => saveImage(Plotly, figuur, beeld),
    };
    const inzoomen = figuur.layout.xaxis.fixedrange ? [] : [["zoomIn2d", "zoomOut2d", "resetScale2d"]];
    return {
      locale: "nl",
      displaylogo: false,
      displayModeBar: "hover",
      doubleClick: figuur.layout.xaxis.fixedrange ? false : "reset",
      modeBarButtons: [[opslaan], ...inzoomen],
      plotlyServerURL: "",
      scrollZoom: false,
      showSendToCloud: false,
      showTips: false,
    };
  };

  const draw = async (beeld) => {
    const { data, layout } = JSON.parse(document.getElementById(beeld.dataset.grafiek).textContent);
    const Plotly = await loadPlotly();
    const colour = colourOf(beeld);
    const figuur = {
      /* Plotly takes the height out of its layout when it follows the width of the window. */
      eigenHoogte: layout.height,
      data: data.map((trace) => colourTrace(trace, colour)),
      layout: dressLayout(layout, colour, getComputedStyle(beeld).fontFamily, sizeFor(beeld)),
    };
    const plek = beeld.querySelector(".grafiek__plotly") ?? document.createElement("div");
    plek.className = "grafiek__plotly";
    beeld.append(plek);
    await Plotly.react(plek, figuur.data, figuur.layout, configFor(Plotly, figuur, beeld));
    /* What it draws is told by the SVG below it, its buttons speak for themselves. */
    plek.querySelectorAll(".main-svg").forEach((svg) => svg.setAttribute("aria-hidden", "true"));
    const titel = beeld.closest(".grafiek").querySelector(".grafiek__titel").textContent;
    plek.querySelector(".modebar").setAttribute("aria-label", `Knoppen bij de grafiek: ${titel}`);
    beeld.classList.add("is-getekend");
    return plek;
  };

  const drawAndFollow = async (beeld) => {
    try {
      const plek = await draw(beeld);
      /* On paper the plotly drawing is not there, and cannot be measured. */
      new ResizeObserver(() => plek.offsetParent && window.Plotly.Plots.resize(plek)).observe(beeld);
      donker.addEventListener("change", () => draw(beeld));
    } catch {
      beeld.querySelector(".grafiek__plotly")?.remove();
    }
  };

  const whenQuiet = window.requestIdleCallback ?? ((doe) => setTimeout(doe, 200));
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        whenQuiet(() => drawAndFollow(target));
      }
    },
    { rootMargin: "200px" },
  );
  document.querySelectorAll("[data-grafiek]").forEach((beeld) => near.observe(beeld));
})();
