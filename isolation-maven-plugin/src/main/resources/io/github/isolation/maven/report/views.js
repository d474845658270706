// The other views. Each is a function that makes an element for a run.
const PAGE = 100;

/** A table whose rows are made when somebody scrolls to them. */
function table(columns, items, row, caption) {
  const body = h('tbody');
  let shown = 0;
  const more = h('button', { type: 'button', class: 'more', onclick: () => grow() });
  function grow(least) {
    const to = Math.min(items.length, Math.max(shown + PAGE, least || 0));
    for (; shown < to; shown++) body.append(...[row(items[shown])].flat());
    more.hidden = shown >= items.length;
    more.textContent = `Show more: ${items.length - shown} are left`;
  }
  grow();
  const element = h('div', { class: 'scroll' },
    h('table', {}, caption && h('caption', {}, caption), h('thead', {}, h('tr', {}, columns)), body), more);
  new IntersectionObserver(seen => { if (seen.some(one => one.isIntersecting) && !more.hidden) grow(); },
    { rootMargin: '400px' }).observe(more);
  element.grow = grow;
  return element;
}

const th = (text, extra) => h('th', { scope: 'col', ...extra }, text);
const num = (text, extra) => h('td', { class: 'num', ...extra }, text);
const thNum = (text, extra) => th(text, { class: 'num', ...extra });
const WIDE = { class: 'num wide' }; // not in a narrow window
const td = (...children) => h('td', {}, ...children);
const empty = text => h('p', { class: 'dim' }, text);

const FILTERS = [
  ['all', 'All', () => true],
  ['failing', 'Failing', test => test.fails],
  ['flaky', 'Flaky', test => test.flaky],
  ['retried', 'Retried', test => test.retried],
  ['skipped', 'Skipped', test => BADNESS[test.outcome] === 1],
];
const SORTS = {
  time: (one, other) => other.millis - one.millis || one.number - other.number,
  test: (one, other) => one.text < other.text ? -1 : one.text > other.text ? 1 : one.number - other.number,
  outcome: (one, other) => BADNESS[other.outcome] - BADNESS[one.outcome] || other.flaky - one.flaky || one.number - other.number,
  worker: (one, other) => one.last.worker - other.last.worker || one.last.at - other.last.at,
};
const chosenTests = { filter: 'all', sort: 'time' };

function testsView(run, query) {
  const found = run.tests.filter(test => !query || test.text.includes(query));
  const wanted = place.test && run.byKey.get(place.test);
  const filter = FILTERS.find(one => one[0] === chosenTests.filter);
  let items = found.filter(filter[2]).sort(SORTS[chosenTests.sort]);
  if (wanted) items = [wanted, ...items.filter(test => test !== wanted)];
  const redo = () => view.replaceWith(testsView(run, query));
  const sorter = (name, text, kind) => h('th', { scope: 'col', class: kind, 'aria-sort': chosenTests.sort === name ? name === 'test' || name === 'worker' ? 'ascending' : 'descending' : null },
    h('button', { type: 'button', class: 'sort', onclick: () => { chosenTests.sort = name; redo(); } }, text, chosenTests.sort === name ? ' ▾' : ''));
  const view = h('div', {},
    h('div', { class: 'bar', role: 'group', 'aria-label': 'Which tests' }, FILTERS.map(([name, text, is]) =>
      h('button', { type: 'button', 'data-filter': name, 'aria-pressed': String(name === chosenTests.filter), onclick: () => { chosenTests.filter = name; redo(); } },
        `${text} ${found.filter(is).length}`))),
    place.test && !wanted && h('p', { class: 'cut', role: 'alert' }, `There is no test ${place.test} in this run.`),
    items.length
      ? table([sorter('outcome', 'Outcome'), sorter('test', 'Test'), sorter('time', 'Time', 'num'), thNum('Attempts', WIDE), sorter('worker', 'Worker', 'num wide'), thNum('Fork', WIDE)],
        items, test => testRow(run, test, test === wanted))
      : empty('No test is like that.'));
  return view;
}

function testRow(run, test, open) {
  const toggle = h('button', { type: 'button', class: 'name', 'aria-expanded': 'false' }, test.title);
  const row = h('tr', { 'data-test': test.key, class: open ? 'wanted' : null },
    td(outcome(test.outcome), test.flaky && h('span', { class: 'outcome flaky' }, ' ~ flaky')),
    h('td', { class: 'test' }, toggle, h('span', { class: 'dim small' }, ' ' + test.class + (test.last.display ? '.' + test.last.name : ''))),
    num(duration(test.millis)), num(test.results.length, WIDE), num(test.last.worker || '–', WIDE), num(test.last.fork || '–', WIDE));
  let detail = null;
  const flip = () => {
    const opens = !detail;
    toggle.setAttribute('aria-expanded', String(opens));
    if (opens) row.after(detail = h('tr', { class: 'detail-row' }, h('td', { colspan: 6 }, h('div', {}, testDetail(run, test)))));
    else { detail.remove(); detail = null; }
  };
  toggle.addEventListener('click', flip);
  if (!open) return row;
  toggle.setAttribute('aria-expanded', 'true');
  detail = h('tr', { class: 'detail-row' }, h('td', { colspan: 6 }, h('div', {}, testDetail(run, test))));
  return [row, detail];
}

function testDetail(run, test) {
  return [
    h('p', {}, h('a', { href: place.link({ view: 'timeline', test: test.key }) }, 'In the timeline'), ' · ',
      h('a', { href: place.link({ view: 'tests', test: test.key }) }, 'Link to this test')),
    run.raw.verdicts.filter(([className, name]) => strings[className] === test.class && strings[name] === test.last.name)
      .map(([, , label, seen, again]) => h('p', { class: 'why' }, 'Why: ' + label + (seen ? ` (${seen})` : ''), again && [h('br'), h('code', {}, again)])),
    test.results.map(one => h('div', { class: 'attempt' },
      h('p', {}, outcome(one.outcome), ` attempt ${one.attempt}, ${duration(one.millis)}, `,
        one.worker ? h('a', { href: place.link({ view: 'workers', worker: one.worker }) }, `worker ${one.worker} of fork ${one.fork}`) : 'in no worker',
        one.ours ? '; told by the supervisor, as the test could not' : ''),
      one.message && h('p', { class: 'message' }, one.message),
      one.stack && block('Stack', one.stack, true),
      one.output && block('The last lines of its output', one.output, false)))];
}

function block(title, text, open) {
  return h('details', { open }, h('summary', {}, title), h('pre', { tabindex: 0 }, text));
}

function workersView(run) {
  const wanted = place.worker;
  const ways = d3.rollups(run.workers.filter(worker => worker.how), all => all.length, worker => worker.how);
  const worker = one => h('tr', { 'data-worker': one.number, class: String(one.number) === wanted ? 'wanted' : null },
    num(one.number), num(one.fork),
    td(died(one) ? h('span', { class: 'outcome error' }, '✗ ') : one.how === 'retired' ? '↻ ' : '', fate(one),
      one.exit !== null && !/exit status/.test(one.why) && h('span', { class: 'dim' }, ` (exit status ${one.exit})`),
      one.words && block('Last words', one.words, String(one.number) === wanted)),
    num(one.classes), num(duration(one.started)), num(one.ready < 0 ? '–' : duration(one.ready - one.started)),
    num(one.ended < 0 ? '–' : duration(one.ended - one.started)),
    num(one.peakKiB ? bytes(one.peakKiB * 1024) : '–'), num(one.cpuMillis ? duration(one.cpuMillis) : '–'), td(one.spare ? 'spare' : ''),
    td(h('a', { href: place.link({ view: 'timeline', worker: one.number }) }, 'timeline')));
  const items = wanted && run.byNumber.has(Number(wanted))
    ? [run.byNumber.get(Number(wanted)), ...run.workers.filter(one => String(one.number) !== wanted)] : run.workers;
  const notices = run.raw.notices;
  return h('div', {},
    h('p', {}, `${plural(run.workers.length, 'worker')}: ` + (ways.map(([how, count]) => `${count} ${how}`).join(', ') || 'none of them ended'),
      run.raw.supervisor.length > 0 && `. The supervisor took ${duration(run.raw.supervisor[0])} of CPU time and ${bytes(run.raw.supervisor[1] * 1024)} of memory.`),
    table([thNum('Worker'), thNum('Fork'), th('How it ended, and why'), thNum('Classes'), thNum('Started at'), thNum('Ready after'), thNum('Lived'), thNum('Memory'), thNum('CPU'), th(''), th('')], items, worker),
    h('h3', {}, 'What a class left behind'),
    run.raw.leaks.length
      ? table([th('Class'), th('What'), thNum('Worker'), thNum('After')], run.raw.leaks, ([, number, , className, after, things]) =>
        h('tr', {}, td(strings[className]), td(things.join(', ')), num(number), num(duration(after))))
      : empty('Nothing was seen.'),
    run.raw.undiscoverable.length > 0 && [h('h3', {}, 'Classes whose tests could not be found'),
      table([th('Class'), th('Message')], run.raw.undiscoverable, ([, , , className, message]) => h('tr', {}, td(strings[className]), td(strings[message])))],
    h('h3', {}, 'On the console'),
    notices.length
      ? table([thNum('At'), th('Level'), th('Line')], notices, ([at, level, text]) => h('tr', {}, num(duration(at)), td(level), h('td', { class: 'message' }, strings[text])))
      : empty('No line of ours.'));
}

function fixturesView(run) {
  const all = run.raw.fixtures;
  return h('div', {},
    all.length
      ? [h('p', {}, `${plural(all.length, 'time')}, ${bytes(d3.sum(all, row => row[3]))} in ${duration(d3.sum(all, row => row[2]))}, the forks taken together.`),
        table(['At', 'Fork', 'Took', 'Size', 'Files', 'Removed'].map(name => thNum(name)), all, ([at, fork, millis, size, files, removed]) =>
          h('tr', {}, num(duration(at - millis)), num(fork), num(duration(millis)), num(bytes(size)), num(files), num(removed)))]
      : empty('No fixtures were seeded or restored in this run.'),
    h('h3', {}, 'Waits for locks'),
    run.raw.waits.length
      ? table([th('Class'), th('For'), thNum('Took'), thNum('At'), thNum('Worker'), thNum('Fork')], [...run.raw.waits].sort((one, other) => other[5] - one[5]),
        ([at, worker, fork, className, what, millis]) =>
          h('tr', {}, td(strings[className]), td(strings[what]), num(duration(millis)), num(duration(at - millis)), num(worker), num(fork)))
      : empty('No test waited for another one.'));
}

function comparedView(run) {
  const other = run.raw.comparison;
  if (!other) return empty('There is no record of a run before this one, of the same module and execution.');
  const name = row => [strings[row[2]] || strings[row[1]] || '(the class as a whole)', h('span', { class: 'dim small' }, ' ' + strings[row[0]])];
  const key = row => `${strings[row[0]]}.${strings[row[2]] || strings[row[1]]}`;
  const link = row => run.byKey.has(key(row)) ? h('a', { href: place.link({ view: 'tests', test: key(row) }) }, name(row)[0]) : name(row)[0];
  const list = (id, title, [count, rows], both) => h('section', { 'data-list': id }, h('h3', {}, `${title}: ${count}`),
    count > 0 && table(both ? [th('Test'), thNum('Before'), thNum('Now'), thNum('Change')] : [th('Test'), thNum('Time')], rows, row => h('tr', {},
      h('td', { class: 'test' }, link(row), name(row)[1]),
      both ? [num(duration(row[4])), num(duration(row[3])), num((row[3] >= row[4] ? '+' : '−') + duration(Math.abs(row[3] - row[4])))] : num(duration(row[3])))),
    count > rows.length && h('p', { class: 'dim' }, `and ${count - rows.length} more`));
  const totals = run.raw.totals;
  const line = (title, now, before) => h('tr', {}, h('th', { scope: 'row' }, title), num(before), num(now));
  return h('div', {},
    h('p', {}, `The run before is ${other.id}, of ${new Date(other.startedAt).toLocaleString()}.`),
    h('div', { class: 'scroll' }, h('table', { class: 'narrow' }, h('thead', {}, h('tr', {}, th(''), thNum('Before'), thNum('Now'))), h('tbody', {},
      line('verdict', run.raw.verdict, other.verdict), line('time', duration(run.raw.millis), duration(other.millis)), line('forks', run.raw.forks, other.forks),
      line('tests', totals.tests, other.totals.tests), line('failing', totals.failed + totals.errors, other.totals.failed + other.totals.errors),
      line('flaky', totals.flaky, other.totals.flaky)))),
    list('newlyFailing', 'Newly failing', other.newlyFailing, true), list('mended', 'Mended', other.mended, true),
    list('slower', 'Slower', other.slower, true), list('faster', 'Faster', other.faster, true),
    list('added', 'New', other.added, false), list('gone', 'Gone', other.gone, false));
}

function helpView(run) {
  const help = run.raw.help;
  const most = d3.max([help.measured, help.floor, help.asItWas.millis, ...help.others.map(one => one.millis)]) || 1;
  const bar = (title, millis, kind) => h('tr', { 'data-prediction': title }, h('th', { scope: 'row' }, title),
    num((kind === 'bound' ? '≥ ' : '') + duration(millis)),
    h('td', { class: 'bars' }, h('i', { class: 'fill ' + kind, 'width%': 100 * millis / most })));
  const whole = run.raw.millis;
  return h('div', {},
    h('p', { id: 'advice', class: 'advice' }, help.advice),
    h('div', { class: 'scroll' }, h('table', {}, h('caption', {}, 'The whole run, in other ways'), h('tbody', {},
      bar(`measured, with ${plural(run.raw.forks, 'fork')} on ${plural(run.raw.cores, 'core')}`, help.measured, 'measured'),
      bar('the same, computed', help.asItWas.millis, 'computed'),
      help.others.map(one => bar(one.name + (one.isLowerBound ? ' (at best)' : ''), one.millis, one.isLowerBound ? 'bound' : 'computed')),
      help.longest && bar('the longest class alone: ' + simple(help.longest), help.floor, 'bound')))),
    h('p', { class: 'dim' }, 'Computed by playing the run again with the times that it took: the next class goes to the first fork that is free, and each fork takes as long to start, and to change workers, as here. ',
      `Forks share ${plural(run.raw.cores, 'core')} here: what computes takes longer while more wants to compute than there are cores, what waits does not. `,
      'With splitClasses, a fork for which nothing is left takes half of what another one still has to do, but for its longest test; that costs nothing here, so it is a lower bound.'),
    h('h3', {}, 'What became of the forks’ time'),
    h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, ['Fork', 'Starting', 'Classes', 'of it, waiting', 'Between classes', 'Idle at the end'].map(name => thNum(name)), th(''))),
      h('tbody', {}, help.forks.map(one => h('tr', { 'data-fork': one.fork }, num(one.fork), num(percent(one.starting, whole)), num(percent(one.testing, whole)),
        num(percent(one.waiting, whole)), num(percent(one.between, whole)), num(percent(one.idle, whole)),
        h('td', { class: 'bars' }, ['starting', 'testing', 'between', 'idle'].map(part =>
          h('i', { class: 'fill share ' + part, title: part, 'width%': 100 * one[part] / Math.max(whole, 1) })))))))),
    h('h3', {}, 'Classes that kept a worker waiting'),
    help.kept.length
      ? table([th('Class'), thNum('After its last test'), thNum('Then, until the next'), th('Left behind'), thNum('Worker')], help.kept, one => h('tr', {},
        h('td', { class: 'test' }, one.className), num(duration(one.inClass)), num(duration(one.leaving)), td(one.things.join(', ') || '–'), num(one.worker)))
      : empty('None by 100 ms or more.'));
}

function runsView() {
  return table([th('Run'), th('Verdict'), thNum('Tests'), thNum('Failing'), thNum('Flaky'), thNum('Time'), thNum('Forks'), th('What would help')], data.runs, run => h('tr', { 'data-run-row': run.id },
    td(h('a', { href: place.link({ run: run.id, view: 'timeline' }) }, run.title)),
    td(h('span', { class: 'verdict ' + run.verdict }, run.verdict === 'passed' ? '✓ passed' : run.verdict === 'failed' ? '✗ failed' : run.verdict)),
    num(run.totals.tests), num(run.totals.failed + run.totals.errors), num(run.totals.flaky), num(duration(run.millis)), num(run.forks), td(run.help.advice)));
}

function aboutRun(raw) {
  const line = (name, value) => value && [h('dt', {}, name), h('dd', {}, value)];
  return h('details', { class: 'about' }, h('summary', {}, 'About this run'), h('dl', {},
    line('run', raw.id), line('begun', raw.startedAt ? new Date(raw.startedAt).toLocaleString() : ''), line('module', raw.module), line('execution', raw.execution),
    line('isolation', raw.isolation), line('surefire', raw.surefire), line('java', raw.java), line('os', raw.os), line('cores', String(raw.cores)), line('forks', String(raw.forks)),
    raw.settings.map(([name, value, from]) => line(name, `${value} (${from})`))));
}
