// The timeline: a lane for each fork, with its workers, classes and tests above each other. Drawn on a canvas, as there may be very
// many; what has the focus is told in words beside it.
const ROWS = [
  { name: 'workers', top: 4, height: 16 },
  { name: 'classes', top: 23, height: 20 },
  { name: 'tests', top: 46, height: 18 },
];
const LANE = 76;
/** Browsers draw on no canvas that is higher; with very many lanes it has less pixels, and is shown as large. */
const MOST_PIXELS = 16000;
/** What is left of the lanes, for their names. There is one timeline at a time. */
let gutter = 62;

/** Of one run: a lane for each fork. */
function timeline(run, query) {
  gutter = 62;
  const lanes = d3.range(forksOf(run)).map(fork => ({ name: 'fork ' + (fork + 1), rows: itemsOf(run, fork + 1) }));
  const end = Math.max(run.raw.millis, 1);
  return lanesOf(lanes, end, `Timeline of ${plural(lanes.length, 'fork')}, ${counts([run])} in ${duration(end)}`, query);
}

function forksOf(run) {
  return Math.max(run.raw.lanes, d3.max(run.workers, worker => worker.fork) || 0, 1);
}

function counts(runs) {
  const sum = of => d3.sum(runs, run => of(run).length);
  return `${plural(sum(run => run.workers), 'worker')}, ${plural(sum(run => run.stints), 'class', 'classes')}, ${plural(sum(run => run.results), 'result')}`;
}

/** Of all machines: their forks below each other. No clock is common to them, so the lanes of each begin where its first run does. */
function machinesTimeline(query) {
  gutter = 130;
  const lanes = [];
  let end = 1;
  const all = d3.groups(data.runs.filter(raw => raw.machine), raw => raw.machine);
  for (const [machine, raws] of all) {
    const tracks = []; // runs of one machine at the same time have lanes of their own
    const begun = d3.min(raws, raw => raw.startedAt);
    for (const raw of d3.sort(raws, raw => raw.startedAt)) {
      const after = raw.startedAt - begun;
      let track = tracks.find(one => one.until <= after);
      if (!track) tracks.push(track = { until: 0, lanes: [] });
      track.until = after + raw.millis;
      end = Math.max(end, track.until);
      const run = unpack(raw);
      for (let fork = 1; fork <= forksOf(run); fork++) {
        const lane = track.lanes[fork - 1] || (track.lanes[fork - 1] = { name: `${machine}, fork ${fork}`, rows: ROWS.map(() => []) });
        itemsOf(run, fork).forEach((items, row) => lane.rows[row].push(...items.map(item => later(item, after, raw))));
      }
    }
    lanes.push(...tracks.flatMap(track => track.lanes));
  }
  const view = lanesOf(lanes, end, `Timeline of ${plural(all.length, 'machine')}, ${counts(data.runs.map(unpack))} in ${duration(end)}`, query);
  view.element = h('div', {},
    h('p', { id: 'clocks', class: 'dim' }, 'The clocks of machines need not agree. So the lanes of each machine begin where its own first tests did, and two bars below each other need not have been at the same time.'),
    view.element);
  return view;
}

/** An item of a run that began so long after the first one of its machine. */
function later(item, after, raw) {
  const tell = item.tell;
  return Object.assign(item, { at: item.at + after, end: item.end + after, tell: () => [...tell(),
    h('p', { class: 'dim' }, 'In ', h('a', { href: place.link({ run: raw.id, view: 'timeline' }) }, raw.title), after > 0 && `, which began ${duration(after)} after the first run of this machine`)] });
}

/** Lanes below each other, each with its rows of items. */
function lanesOf(lanes, end, title, query) {
  lanes.forEach((lane, number) => lane.rows.forEach(items => items.forEach(item => { item.lane = number; })));
  const full = lanes.length * LANE;
  const density = () => Math.min(window.devicePixelRatio || 1, MOST_PIXELS / full);
  const canvas = h('canvas', { tabindex: 0, id: 'lanes', role: 'application', 'aria-describedby': 'lanes-help', 'aria-label': title });
  const axis = h('div', { class: 'axis' });
  const tip = h('div', { class: 'tip', hidden: true });
  const detail = h('div', { id: 'detail', class: 'detail', 'aria-live': 'polite' });
  const scroller = h('div', { class: 'lanes' }, canvas, tip);
  let width = 800;
  let transform = d3.zoomIdentity;
  let chosen = null;
  let needle = query;
  let colours = {};

  const base = d3.scaleLinear().domain([0, end]);
  const scale = () => transform.rescaleX(base);
  const svg = d3.select(axis).append('svg').attr('height', 24).attr('aria-hidden', 'true');
  const ticks = svg.append('g').attr('transform', 'translate(0,22)');

  const zoom = d3.zoom()
    .scaleExtent([1, Math.max(8, end / 5)])
    .filter(event => event.type === 'wheel' ? event.ctrlKey || event.metaKey : !event.button)
    .on('zoom', event => { transform = event.transform; draw(); });
  const selection = d3.select(canvas).call(zoom).on('dblclick.zoom', null);

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    for (const name of ['text', 'dim', 'line', 'panel', 'worker', 'starting', 'class', 'passed', 'failed', 'error', 'skipped', 'aborted', 'gap', 'fixtures', 'wait', 'accent', 'on']) {
      colours[name] = style.getPropertyValue('--' + name).trim();
    }
  }

  function resize() {
    width = Math.max(300, scroller.clientWidth || 800);
    const ratio = density();
    canvas.width = width * ratio;
    canvas.height = full * ratio;
    canvas.style.width = width + 'px';
    canvas.style.height = full + 'px';
    svg.attr('width', width);
    base.range([gutter, width - 6]);
    zoom.extent([[gutter, 0], [width - 6, full]]).translateExtent([[gutter, 0], [width - 6, full]]);
    draw();
  }

  function matches(item) {
    return !needle || item.text.includes(needle);
  }

  function draw() {
    const g = canvas.getContext('2d');
    const ratio = density();
    const x = scale();
    ticks.call(d3.axisTop(x).ticks(Math.max(2, width / 110)).tickFormat(at => duration(at)).tickSizeOuter(0));
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.clearRect(0, 0, width, full);
    g.textBaseline = 'middle';
    lanes.forEach((lane, number) => {
      const top = number * LANE;
      g.font = '12px system-ui, sans-serif';
      g.save();
      g.beginPath();
      g.rect(gutter - 2, top, width - gutter + 2, LANE);
      g.clip();
      for (const at of x.ticks(Math.max(2, width / 110))) {
        g.fillStyle = colours.line;
        g.fillRect(Math.round(x(at)), top, 1, LANE);
      }
      lane.rows.forEach((items, row) => drawRow(g, x, items, top + ROWS[row].top, ROWS[row].height));
      g.restore();
      g.fillStyle = colours.line;
      g.fillRect(0, top + LANE - 1, width, 1);
      g.fillStyle = colours.text;
      g.font = 'bold 12px system-ui, sans-serif';
      g.fillText(lane.name, 4, top + 12, gutter - 8);
      g.font = '11px system-ui, sans-serif';
      g.fillStyle = colours.dim;
      g.fillText('classes', 4, top + 33);
      g.fillText('tests', 4, top + 55);
    });
    if (chosen) {
      const row = ROWS[chosen.row];
      const left = Math.max(gutter - 2, x(chosen.at));
      const right = Math.max(left + 3, x(chosen.end));
      g.strokeStyle = colours.accent;
      g.lineWidth = 3;
      g.strokeRect(left - 1.5, chosen.lane * LANE + row.top - 1.5, right - left + 3, row.height + 3);
    }
  }

  function drawRow(g, x, items, top, height) {
    // Those that end before the window begins are passed over; bars in a row need not end in order, so a few are looked at in vain.
    for (const item of items) {
      const left = x(item.at);
      const right = x(item.end);
      if (right < gutter - 2 || left > width) continue;
      const wide = Math.max(right - left, item.least || 1);
      g.globalAlpha = matches(item) ? 1 : 0.15;
      item.paint(g, left, top, wide, height, colours);
      g.globalAlpha = 1;
    }
  }

  function itemAt(px, py) {
    const number = Math.floor(py / LANE);
    const row = ROWS.findIndex(one => py - number * LANE >= one.top && py - number * LANE <= one.top + one.height);
    if (number < 0 || number >= lanes.length || row < 0) return null;
    const x = scale();
    let best = null;
    for (const item of lanes[number].rows[row]) {
      const left = x(item.at) - 2;
      const right = Math.max(x(item.end), left + (item.least || 1)) + 2;
      if (px >= left && px <= right && (!best || item.end - item.at <= best.end - best.at)) best = item;
    }
    return best;
  }

  function choose(item, show) {
    chosen = item;
    detail.replaceChildren(...(item ? item.tell() : [h('p', { class: 'dim' }, 'Nothing is chosen.')]));
    if (item && show) reveal(item);
    draw();
  }

  /** Brings it into the window, as wide as can be read. */
  function reveal(item) {
    const span = Math.max(item.end - item.at, 1);
    const x = scale();
    const [from, to] = [x.invert(gutter), x.invert(width - 6)];
    if (item.at >= from && item.end <= to && x(item.end) - x(item.at) >= 4) return;
    const k = Math.min(zoom.scaleExtent()[1], Math.max(1, end / (span * 8)));
    const middle = base((item.at + item.end) / 2);
    selection.call(zoom.transform, d3.zoomIdentity.translate((gutter + width) / 2 - middle * k, 0).scale(k));
  }

  function step(direction) {
    const row = chosen ? lanes[chosen.lane].rows[chosen.row] : null;
    const next = row ? row[row.indexOf(chosen) + direction] : lanes.flatMap(lane => lane.rows.flat())[0];
    if (next) choose(next, true);
  }

  function cross(direction) {
    if (!chosen) { step(1); return; }
    for (let place = chosen.lane * 3 + chosen.row + direction; place >= 0 && place < lanes.length * 3; place += direction) {
      const items = lanes[Math.floor(place / 3)].rows[place % 3];
      if (items.length) {
        const middle = (chosen.at + chosen.end) / 2;
        choose(d3.least(items, item => item.at <= middle && item.end >= middle ? -1 : Math.abs((item.at + item.end) / 2 - middle)), true);
        return;
      }
    }
  }

  const zoomBy = factor => selection.call(zoom.scaleBy, factor);
  const panBy = part => selection.call(zoom.translateBy, part * (width - gutter) / transform.k, 0);
  const reset = () => selection.call(zoom.transform, d3.zoomIdentity);
  const keys = {
    ArrowRight: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => cross(1), ArrowUp: () => cross(-1),
    '+': () => zoomBy(2), '=': () => zoomBy(2), '-': () => zoomBy(0.5), 0: reset,
    Enter: () => { const link = detail.querySelector('a'); if (link) link.click(); },
    Escape: () => choose(null),
  };
  canvas.addEventListener('keydown', event => {
    const action = keys[event.key];
    if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      action();
    }
  });
  canvas.addEventListener('click', event => {
    const item = itemAt(event.offsetX, event.offsetY);
    if (item) choose(item, false);
  });
  canvas.addEventListener('dblclick', event => {
    const item = itemAt(event.offsetX, event.offsetY);
    if (item) reveal(item);
  });
  canvas.addEventListener('mousemove', event => {
    const item = itemAt(event.offsetX, event.offsetY);
    tip.hidden = !item;
    if (item) {
      tip.textContent = item.label;
      tip.style.left = Math.min(event.offsetX + 12, width - 220) + 'px';
      tip.style.top = event.offsetY + 14 + 'px';
    }
  });
  canvas.addEventListener('mouseleave', () => { tip.hidden = true; });

  const button = (text, label, action) => h('button', { type: 'button', 'aria-label': label, title: label, onclick: action }, text);
  const key = (name, text) => h('span', { class: 'key' }, h('i', { class: 'swatch ' + name }, GLYPHS[name] || ''), text);
  const view = h('div', {},
    h('div', { class: 'bar' },
      button('+', 'Closer', () => zoomBy(2)), button('−', 'Further away', () => zoomBy(0.5)),
      button('◀', 'Earlier', () => panBy(0.5)), button('▶', 'Later', () => panBy(-0.5)), button('All', 'The whole run', reset),
      h('span', { class: 'keys' }, key('passed', 'passed'), key('failed', 'failed'), key('error', 'error'), key('skipped', 'skipped'),
        key('starting', 'starts'), key('gap', 'change of workers'), key('fixtures', 'fixtures'), key('wait', 'waits for a lock'))),
    axis, scroller,
    h('p', { id: 'lanes-help', class: 'dim small' },
      'Click, or use the arrow keys: left and right go along a row, up and down to the next one. + and − zoom, as does the wheel with Ctrl; drag to move; 0 shows all; Enter follows the first link.'),
    detail);

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const recolour = () => { readColours(); draw(); };
  dark.addEventListener('change', recolour);
  const observer = new ResizeObserver(resize);
  observer.observe(scroller);
  readColours();
  choose(null);
  const every = lanes.flatMap(lane => lane.rows.flat());

  return {
    element: view,
    search(text) { needle = text; draw(); },
    show(test) {
      const item = every.find(one => one.result && one.result.of === test);
      if (item) choose(item, true);
    },
    showWorker(number) {
      const item = every.find(one => one.worker && String(one.worker.number) === number);
      if (item) choose(item, true);
    },
    /** The next one that matches, after the one that is chosen. */
    next() {
      const found = every.filter(item => (item.result || item.stint) && matches(item));
      if (needle && found.length) choose(found[(found.indexOf(chosen) + 1) % found.length], true);
    },
    count() { return needle ? every.filter(item => item.result && matches(item)).length : 0; },
    close() { observer.disconnect(); dark.removeEventListener('change', recolour); },
  };
}

/** A bar with stripes, for what is not work. */
function striped(g, left, top, wide, height, colour, lean) {
  g.save();
  g.beginPath();
  g.rect(left, top, wide, height);
  g.clip();
  g.strokeStyle = colour;
  g.lineWidth = 1.5;
  const from = Math.max(left, 0) - height;
  const to = Math.min(left + wide, 8000) + height;
  g.beginPath();
  for (let x = from - (from % 6); x < to; x += 6) {
    g.moveTo(x, lean > 0 ? top + height : top);
    g.lineTo(x + height, lean > 0 ? top : top + height);
  }
  g.stroke();
  g.restore();
  g.strokeStyle = colour;
  g.lineWidth = 1;
  g.strokeRect(left + 0.5, top + 0.5, Math.max(wide - 1, 0.5), height - 1);
}

function label(g, text, left, top, wide, height, colour) {
  const from = Math.max(left, gutter);
  const room = left + wide - from - 6;
  if (room < 24) return;
  g.save();
  g.beginPath();
  g.rect(from, top, room + 4, height);
  g.clip();
  g.fillStyle = colour;
  g.fillText(text, from + 4, top + height / 2 + 1);
  g.restore();
}

/** The bars of a fork: of its workers, its classes, its tests. */
function itemsOf(run, fork) {
  const rows = [[], [], []];
  for (const worker of run.workers) {
    if (worker.fork === fork && worker.started >= 0) rows[0].push(workerItem(run, worker));
  }
  for (const stint of run.stints) if (stint.fork === fork) rows[1].push(stintItem(run, stint));
  for (const [at, from, one, two, spare, millis] of run.raw.gaps.map(([at, ofFork, ...rest]) => [at, ofFork, ...rest])) {
    if (from === fork && at >= 0) rows[1].push(plainItem('gap', fork, 1, at, at + millis, 'change of workers',
      `worker ${one} was followed by worker ${two}${spare ? ', a spare' : ''}; ${duration(millis)} without a test`, -1));
  }
  for (const [at, ofFork, millis, size, files, removed] of run.raw.fixtures) {
    if (ofFork === fork) rows[1].push(plainItem('fixtures', fork, 1, at - millis, at, 'fixtures',
      `${plural(files, 'file')}, ${bytes(size)}${removed ? `, ${removed} removed` : ''}, in ${duration(millis)}`, 1));
  }
  for (const result of run.results) if (result.fork === fork) rows[2].push(resultItem(run, result));
  for (const [at, worker, ofFork, className, what, millis] of run.raw.waits) {
    if (ofFork === fork) rows[2].push(plainItem('wait', fork, 2, at - millis, at, 'waits for ' + strings[what],
      `${simple(strings[className])} in worker ${worker} waited ${duration(millis)} for ${strings[what]}`, -1));
  }
  rows.forEach(row => row.sort((one, other) => one.at - other.at));
  return rows;
}

function workerItem(run, worker) {
  const first = worker.stints.length ? worker.stints[0].at : worker.ready;
  const end = worker.ended >= 0 ? worker.ended : run.raw.millis;
  // A spare waits beside the worker that it is going to follow: its bar begins when it takes over.
  const at = worker.spare && first >= 0 ? Math.min(first, end) : worker.started;
  const mark = died(worker) ? '✗ ' : worker.how === 'retired' ? '↻ ' : worker.how ? '' : '✂ ';
  const text = `${mark}worker ${worker.number}`;
  return {
    worker, fork: worker.fork, row: 0, at, end, least: 2, text: `worker ${worker.number} ${worker.how} ${worker.why}`.toLowerCase(),
    label: `${text}: ${fate(worker)}`,
    paint(g, left, top, wide, height, colours) {
      const perMilli = wide / Math.max(end - at, 1);
      const ready = worker.spare ? 0 : Math.max(0, (worker.ready < 0 ? end : worker.ready) - at) * perMilli;
      if (ready > 1) striped(g, left, top, Math.min(ready, wide), height, colours.starting, 1);
      g.fillStyle = died(worker) ? colours.error : colours.worker;
      g.fillRect(left + ready, top, Math.max(wide - ready, 1), height);
      if (died(worker)) { // a notch at the end: it did not go by itself
        g.fillStyle = colours.text;
        g.fillRect(left + wide - 2, top - 3, 2, height + 6);
      }
      g.fillStyle = colours.panel;
      g.fillRect(left + wide - 0.5, top, 1, height);
      label(g, text, left + ready, top, wide - ready, height, colours.on);
    },
    tell() {
      return [h('h3', {}, `Worker ${worker.number} of fork ${worker.fork}${worker.spare ? ', a spare' : ''}`),
        h('p', {}, `From ${duration(worker.started)} to ${duration(end)}, ${plural(worker.classes, 'class', 'classes')}; ${fate(worker)}. `,
          h('a', { href: place.link({ run: run.raw.id, view: 'workers', worker: worker.number }) }, 'More about it'))];
    },
  };
}

function stintItem(run, stint) {
  const glyph = GLYPHS[stint.outcome];
  const name = `${simple(stint.class)}${stint.part === 'whole' ? '' : ` (${stint.part})`}`;
  const text = `${stint.outcome === 'passed' ? '' : glyph + ' '}${name}`;
  return {
    stint, fork: stint.fork, row: 1, at: stint.at, end: stint.end, text: (stint.class + ' ' + stint.results.map(one => one.of.text).join(' ')).toLowerCase(),
    label: `${name}: ${duration(stint.millis)}, ${plural(stint.results.length, 'result')}, ${stint.outcome}`,
    paint(g, left, top, wide, height, colours) {
      g.fillStyle = colours.class;
      g.fillRect(left, top, wide, height);
      if (BADNESS[stint.outcome] > 1) {
        g.fillStyle = colours[stint.outcome];
        g.fillRect(left, top + height - 4, Math.max(wide, 2), 4);
      }
      if (wide > 2) {
        g.fillStyle = colours.panel;
        g.fillRect(left + wide - 1, top, 1, height);
      }
      label(g, text, left, top, wide, height, colours.text);
    },
    tell() {
      return [h('h3', {}, stint.class),
        h('p', {}, `${stint.part === 'whole' ? 'The class' : 'Of the class: ' + stint.part}, number ${stint.place} of worker ${stint.worker}, from ${duration(stint.at)}: ${duration(stint.millis)}${stint.over ? '' : ', not over when the record ended'}; ${plural(stint.results.length, 'result')}, worst: ${stint.outcome}; ${plural(stint.output, 'character')} printed.`),
        h('ul', { class: 'plain' }, stint.results.slice(0, 20).map(one => h('li', {}, outcome(one.outcome), ' ',
          h('a', { href: place.link({ run: run.raw.id, view: 'tests', test: one.of.key }) }, testTitle(one)), ' ', duration(one.millis)))),
        stint.results.length > 20 && h('p', { class: 'dim' }, `and ${stint.results.length - 20} more`)];
    },
  };
}

function resultItem(run, result) {
  const bad = BADNESS[result.outcome];
  return {
    result, fork: result.fork, row: 2, at: result.at, end: result.end, least: bad > 1 ? 5 : 1, text: result.of.text,
    label: `${GLYPHS[result.outcome]} ${testTitle(result)}: ${result.outcome}, ${duration(result.millis)}`,
    paint(g, left, top, wide, height, colours) {
      g.fillStyle = colours[result.outcome];
      if (bad === 0) {
        g.fillRect(left, top + 5, wide > 3 ? wide - 1 : wide, height - 10);
      } else if (bad === 1) {
        g.strokeStyle = colours[result.outcome];
        g.lineWidth = 1;
        g.strokeRect(left + 0.5, top + 5.5, Math.max(wide - 2, 1), height - 11);
      } else {
        g.fillRect(left, top, Math.max(wide - 1, 4), height);
        if (wide > 12) {
          g.font = 'bold 12px system-ui, sans-serif';
          if (wide > 60) {
            label(g, GLYPHS[result.outcome] + ' ' + testTitle(result), left, top, wide, height, colours.on);
          } else {
            g.fillStyle = colours.on;
            g.fillText(GLYPHS[result.outcome], left + 3, top + height / 2 + 1);
          }
          g.font = '12px system-ui, sans-serif';
        } else if (result.outcome === 'error') { // a cap: told apart from a failure without its colour
          g.fillRect(left - 2, top, 8, 3);
        }
      }
    },
    tell() {
      return [h('h3', {}, outcome(result.outcome), ' ', testTitle(result)),
        h('p', {}, `${result.class}, attempt ${result.attempt}, worker ${result.worker}, from ${duration(result.at)}: ${duration(result.millis)}. `,
          h('a', { href: place.link({ run: run.raw.id, view: 'tests', test: result.of.key }) }, 'More about it')),
        result.message && h('p', { class: 'message' }, result.message)].filter(Boolean);
    },
  };
}

function plainItem(kind, fork, row, at, end, text, sentence, lean) {
  return {
    kind, fork, row, at, end, text: text.toLowerCase(), least: 2, label: `${text}: ${sentence}`,
    paint(g, left, top, wide, height, colours) {
      striped(g, left, top, wide, height, colours[kind], lean);
    },
    tell() { return [h('h3', {}, text), h('p', {}, sentence + '.')]; },
  };
}

function outcome(name) {
  return h('span', { class: 'outcome ' + name }, `${GLYPHS[name]} ${name}`);
}
