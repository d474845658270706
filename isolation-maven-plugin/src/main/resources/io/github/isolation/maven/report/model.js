'use strict';
// What the page shows: the data of the file, unpacked once for each run that is looked at.
const data = JSON.parse(document.getElementById('data').textContent);
const strings = data.strings;
const GLYPHS = { passed: '✓', failed: '✗', error: '!', skipped: '–', aborted: '○' };
const BADNESS = { passed: 0, skipped: 1, aborted: 1, failed: 2, error: 3 };

/** An element. Texts become text nodes, always: names of tests and their output may look like anything. */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'width%') element.style.width = value + '%';
    else if (name === 'left%') element.style.left = value + '%';
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
  return element;
}

function duration(millis) {
  if (millis === null || millis === undefined || millis < 0) return '?';
  if (millis < 1000) return Math.round(millis) + ' ms';
  if (millis < 60000) return (millis / 1000).toFixed(millis < 10000 ? 2 : 1) + ' s';
  return Math.floor(millis / 60000) + ' min ' + Math.floor(millis % 60000 / 1000) + ' s';
}

function bytes(count) {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  while (count >= 1000 && unit < units.length - 1) { count /= 1000; unit++; }
  return (unit === 0 ? count : count.toFixed(1)) + ' ' + units[unit];
}

function percent(part, whole) {
  return whole > 0 ? Math.round(100 * part / whole) + ' %' : '0 %';
}

/** So many of something. */
function plural(count, one, many) {
  return `${count} ${count === 1 ? one : many || one + 's'}`;
}

function simple(className) {
  return className.slice(className.lastIndexOf('.') + 1);
}

function rowsOf(columns) {
  const names = Object.keys(columns);
  const rows = new Array(names.length ? columns[names[0]].length : 0);
  for (let i = 0; i < rows.length; i++) {
    const row = {};
    for (const name of names) row[name] = columns[name][i];
    rows[i] = row;
  }
  return rows;
}

function testTitle(test) {
  return test.display || test.name || '(the class as a whole)';
}

const latest = d3.bisector(one => one.at).right;

/** One run, unpacked. */
function unpack(raw) {
  if (raw.unpacked) return raw.unpacked;
  const run = { raw, tests: [], results: [], stints: [], workers: [], byKey: new Map(), byNumber: new Map() };
  run.results = rowsOf(raw.tests);
  for (const result of run.results) {
    for (const name of ['class', 'name', 'display', 'message', 'stack', 'output']) result[name] = strings[result[name]];
    result.outcome = data.outcomes[result.outcome];
    result.end = result.at + result.millis;
    if (!run.tests[result.test]) run.tests[result.test] = { results: [] };
    run.tests[result.test].results.push(result);
  }
  run.tests.forEach((test, i) => {
    const last = test.results[test.results.length - 1];
    Object.assign(test, { number: i, last, class: last.class, outcome: last.outcome, millis: last.millis });
    test.title = testTitle(last);
    test.retried = test.results.length > 1;
    test.flaky = test.outcome === 'passed' && test.results.some(one => BADNESS[one.outcome] > 1);
    test.fails = BADNESS[test.outcome] > 1;
    test.text = (test.class + '.' + (last.name || '') + ' ' + last.display).toLowerCase();
    const name = test.class + '.' + (last.display || last.name);
    let key = name;
    for (let n = 2; run.byKey.has(key); n++) key = name + '~' + n;
    test.key = key;
    run.byKey.set(key, test);
    for (const result of test.results) result.of = test;
  });
  run.stints = rowsOf(raw.stints);
  const names = ['number', 'fork', 'spare', 'started', 'ready', 'ended', 'how', 'why', 'exit', 'peakKiB', 'cpuMillis', 'classes', 'words'];
  run.workers = raw.workers.map(row => Object.fromEntries(names.map((name, i) => [name, row[i]])));
  for (const worker of run.workers) {
    worker.words = strings[worker.words];
    worker.stints = [];
    run.byNumber.set(worker.number, worker);
  }
  for (const stint of run.stints) {
    stint.class = strings[stint.class];
    stint.part = strings[stint.part];
    stint.end = stint.at + stint.millis;
    stint.results = [];
    const worker = run.byNumber.get(stint.worker);
    if (worker) worker.stints.push(stint);
  }
  for (const result of run.results) {
    const worker = run.byNumber.get(result.worker);
    const stint = worker && worker.stints[latest(worker.stints, result.at) - 1];
    if (stint && result.at <= stint.end) stint.results.push(result);
  }
  for (const stint of run.stints) {
    stint.outcome = stint.results.reduce((worst, one) => BADNESS[one.outcome] > BADNESS[worst] ? one.outcome : worst, 'passed');
  }
  raw.unpacked = run;
  return run;
}

/** How a worker ended, in words. */
function fate(worker) {
  if (!worker.how) return 'still there when the record ended';
  return worker.how + (worker.why ? ': ' + worker.why : '');
}

function died(worker) {
  return worker.how !== '' && !['finished', 'retired', 'cancelled'].includes(worker.how);
}

/** Whether these are the runs of several machines, which can be shown under each other. */
const ofMachines = data.runs.length > 1 && data.runs.some(run => run.machine);

/** Where we are: in the address, so that it can be sent to somebody. */
const place = {
  read() {
    const given = new URLSearchParams(location.hash.slice(1));
    const number = data.runs.findIndex(run => run.id === given.get('run'));
    this.run = Math.max(0, number);
    this.view = given.get('view') || (given.get('test') ? 'tests' : number >= 0 || data.runs.length === 1 ? 'timeline' : ofMachines ? 'machines' : 'runs');
    this.test = given.get('test');
    this.worker = given.get('worker');
  },
  link(changes) {
    const all = { run: data.runs[this.run].id, view: this.view, ...changes };
    const hash = new URLSearchParams();
    for (const [name, value] of Object.entries(all)) if (value !== null && value !== undefined) hash.set(name, value);
    return '#' + hash;
  },
};
