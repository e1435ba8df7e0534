// Draws the tables that say how (data-chart), above each; the tables have all that the charts show, and are read without this.
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();
const charts = [...document.querySelectorAll("table[data-chart]")].filter((table) => table.tBodies[0].rows.length > 0);

const number = (cell) => (/^\d/.test(cell.textContent.trim()) ? Number(cell.dataset.value) : null);
function hatched(line) {
  const tile = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
  const pen = tile.getContext("2d");
  pen.strokeStyle = line;
  pen.lineWidth = 2;
  pen.stroke(new Path2D("M-2 10 10 -2M-6 6 6 -6M2 14 14 2"));
  return pen.createPattern(tile, "repeat");
}

const fills = {
  used: () => colour("--pico-primary"),
  pending: () => hatched(colour("--pico-primary")),
  free: () => "transparent",
};

function read(table) {
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const columns = heads.flatMap((head, at) => (head.dataset.series ? [{ at, series: head.dataset.series, text: head.textContent }] : []));
  const values = columns.map(({ at }) => rows.map((row) => number(row.cells[at])));
  const reading = (index) =>
    `${rows[index].cells[0].textContent.trim()}: ` +
    columns.map(({ at, text }) => `${text} ${rows[index].cells[at].textContent.trim()}`).join(", ");
  return { rows, columns, values, reading };
}

/** What is left, month by month: a line for what was and a broken one for what is to come, which begins where the other ends. */
function line({ rows, values: [left] }) {
  const told = rows.filter((row) => !("forecast" in row.dataset)).length;
  const stroke = () => colour("--pico-primary");
  return {
    data: [rows.map((_, at) => at), left.map((it, at) => (at < told ? it : null)), left.map((it, at) => (at >= told - 1 ? it : null))],
    series: [
      { stroke, width: 3, points: { show: true, size: 7, fill: stroke } },
      { stroke, width: 2, dash: [6, 5], points: { show: true, size: 7, fill: () => colour("--pico-card-background-color") } },
    ],
  };
}

/** Parts of a whole on top of each other; the higher ones are drawn first, from the bottom too. */
function bars({ rows, columns, values }) {
  const sums = values.map((_, part) => rows.map((_, at) => values.slice(0, part + 1).reduce((sum, one) => sum + one[at], 0)));
  const paths = uPlot.paths.bars({ size: [0.7, 48] });
  const series = columns.map((column) => ({
    paths,
    width: 1,
    stroke: () => colour("--pico-primary"),
    fill: fills[column.series],
    points: { show: false },
  }));
  const ground = columns.map(() => ({ paths, width: 0, fill: () => colour("--pico-card-background-color"), points: { show: false } }));
  const order = columns.map((_, at) => at).reverse();
  return {
    data: [rows.map((_, at) => at), ...order.flatMap((at) => [sums[at], sums[at]])],
    series: order.flatMap((at) => [ground[at], series[at]]),
  };
}

function draw(table) {
  const told = read(table);
  const { data, series } = table.dataset.chart === "line" ? line(told) : bars(told);
  const last = told.rows.length - 1;
  const figure = document.createElement("figure");
  figure.className = "chart";
  const plot = document.createElement("div");
  const caption = document.createElement("figcaption");
  figure.append(plot, caption);
  const wide = table.closest(".wide");
  wide.previousElementSibling.hidden = false; // the key, which says nothing without a chart
  wide.before(figure);
  for (const [name, value] of Object.entries({ role: "slider", tabindex: 0, "aria-label": table.caption.textContent, "aria-valuemin": 0, "aria-valuemax": last })) {
    plot.setAttribute(name, value);
  }
  const axis = { stroke: () => colour("--pico-color"), font: "13px system-ui", grid: { stroke: () => colour("--pico-muted-border-color") }, ticks: { show: false } };
  const size = () => ({ width: plot.clientWidth, height: Math.min(300, Math.max(200, plot.clientWidth * 0.5)) });
  const labels = told.rows.map((row) => row.dataset.short);
  const room = 6 + 8 * Math.max(...labels.map((label) => label.length));
  const legible = (it, at) => at % Math.ceil((labels.length * room) / (it.width - 60)) === 0;
  let index = table.dataset.chart === "line" ? told.rows.findLastIndex((row) => !("forecast" in row.dataset)) : 0;
  const show = (at) => {
    index = at;
    plot.setAttribute("aria-valuenow", at);
    plot.setAttribute("aria-valuetext", told.reading(at));
    caption.textContent = told.reading(at);
  };
  const chart = new uPlot(
    {
      ...size(),
      legend: { show: false },
      cursor: { y: false, drag: { x: false }, points: { show: false } },
      scales: { x: { time: false, range: [-0.5, last + 0.5] }, y: { range: (_, low, high) => [0, Math.max(1, high * 1.05)] } },
      axes: [
        { ...axis, grid: { show: false }, splits: told.rows.map((_, at) => at), values: (it, all) => all.map((at) => (legible(it, at) ? labels[at] : "")), size: 32 },
        { ...axis, values: (_, all) => all.map(String), incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000], size: 44, space: 40 },
      ],
      series: [{}, ...series],
      hooks: { setCursor: [(it) => it.cursor.idx != null && show(it.cursor.idx)] },
    },
    data,
    plot,
  );
  const steps = { ArrowLeft: () => index - 1, ArrowDown: () => index - 1, ArrowRight: () => index + 1, ArrowUp: () => index + 1, Home: () => 0, End: () => last };
  plot.addEventListener("keydown", (event) => {
    if (steps[event.key]) {
      event.preventDefault();
      const at = Math.min(last, Math.max(0, steps[event.key]()));
      chart.setCursor({ left: chart.valToPos(at, "x"), top: 0 });
      show(at);
    }
  });
  show(index);
  new ResizeObserver(() => chart.setSize(size())).observe(figure);
  for (const query of ["print", "(prefers-color-scheme: dark)"]) {
    matchMedia(query).addEventListener("change", () => chart.redraw());
  }
}

charts.forEach(draw);
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
