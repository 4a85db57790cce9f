"""A chart as an object, and how it is drawn: as a static SVG, and as a figure for plotly.js."""
