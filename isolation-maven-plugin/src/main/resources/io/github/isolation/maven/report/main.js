// Puts the page together, and follows the address.
const VIEWS = [
  ['timeline', 'Timeline'], ['tests', 'Tests'], ['workers', 'Workers'], ['fixtures', 'Fixtures and locks'],
  ['compared', 'The run before'], ['help', 'What would help'],
];
const OF_ALL = ['machines', 'runs'];
const app = document.getElementById('app');
const search = h('input', { type: 'search', id: 'search', placeholder: 'Search tests and classes', 'aria-label': 'Search tests and classes', autocomplete: 'off', spellcheck: 'false' });
const found = h('span', { id: 'found', class: 'dim', role: 'status' });
const nav = h('nav', { 'aria-label': 'Views' });
const about = h('div');
const main = h('main', { id: 'main', tabindex: -1 });
let open = null;
let shownRun = -1;

function query() {
  return search.value.trim().toLowerCase();
}

function render() {
  place.read();
  const raw = data.runs[place.run];
  const run = unpack(raw);
  for (const head of document.querySelectorAll('.head')) head.hidden = Number(head.dataset.run) !== place.run || OF_ALL.includes(place.view);
  const views = [...(ofMachines ? [['machines', 'All machines']] : []), ...(data.runs.length > 1 ? [['runs', 'All runs']] : []), ...VIEWS];
  nav.replaceChildren(...views.map(([name, text]) => h('a', { href: place.link({ view: name }), 'aria-current': name === place.view ? 'page' : null }, text)));
  if (select) select.value = String(place.run);
  if (shownRun !== place.run) {
    shownRun = place.run;
    about.replaceChildren(aboutRun(raw));
  }
  about.hidden = OF_ALL.includes(place.view);
  if (open && open.close) open.close();
  open = null;
  main.replaceChildren(show(run));
  tell(run);
  if (open && place.test && run.byKey.has(place.test)) open.show(run.byKey.get(place.test));
  else if (open && place.worker) open.showWorker(place.worker);
}

function show(run) {
  switch (place.view) {
    case 'runs': return runsView();
    case 'machines':
      open = machinesTimeline(query());
      return open.element;
    case 'tests': return testsView(run, query());
    case 'workers': return workersView(run);
    case 'fixtures': return fixturesView(run);
    case 'compared': return comparedView(run);
    case 'help': return helpView(run);
    default:
      open = timeline(run, query());
      return open.element;
  }
}

function tell(run) {
  const text = query();
  const tests = place.view === 'machines' ? data.runs.flatMap(raw => unpack(raw).tests) : run.tests;
  found.textContent = text ? `${tests.filter(test => test.text.includes(text)).length} of ${tests.length} tests` : '';
}

function sought() {
  const run = unpack(data.runs[place.run]);
  tell(run);
  if (open) open.search(query());
  else if (place.view === 'tests') main.replaceChildren(testsView(run, query()));
}
search.addEventListener('input', sought);
search.addEventListener('change', sought); // emptied by something that is no key
search.addEventListener('keydown', event => {
  if (event.key !== 'Enter') return;
  if (open) open.next();
  else if (place.view !== 'tests') location.hash = place.link({ view: 'tests' });
});
document.addEventListener('keydown', event => {
  if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    search.focus();
  }
});

const select = data.runs.length > 1
  ? h('select', { id: 'run', 'aria-label': 'Run', onchange: () => { location.hash = place.link({ run: data.runs[select.value].id, view: OF_ALL.includes(place.view) ? 'timeline' : place.view }); } },
    data.runs.map((run, i) => h('option', { value: i }, run.title)))
  : null;
if (select) document.getElementById('choice').append(h('label', {}, 'Run ', select));
app.append(h('div', { class: 'top' }, nav, h('div', { class: 'find' }, search, found)), about, main);
window.addEventListener('hashchange', render);
render();
