import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def log = Log.of(basedir.toPath())
def plans = { run -> new File(basedir, "target/plans-$run").readLines() }
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }

['plain', 'reordered', 'parallel', 'retiring', 'fresh', 'troubled', 'undiscoverable', 'unloadable', 'deadly'].each { run ->
  assert reports(run).duplicates() == [] as Set : run
  assert reports(run).miscounts() == [] : run
}
['plain', 'reordered', 'parallel', 'retiring'].each { run ->
  assert reports(run).counts() == new Counts(9, 0, 0, 1) : run
  assert reports(run).only('plans.DPlainTest', 'leavesAThread').printed() == 'a line of D\n' : run
}

// The first class tells what the others may do; they share a plan, in the order of the user or of JUnit.
assert plans('plain') == ['APlainTest', 'BPlainTest CPlainTest DPlainTest EPlainTest']
assert plans('reordered') == ['APlainTest', 'EPlainTest DPlainTest CPlainTest BPlainTest']

// Where classes run side by side, or something is decided between two of them, each has a plan.
def oneByOne = ['APlainTest', 'BPlainTest', 'CPlainTest', 'DPlainTest', 'EPlainTest']
assert plans('parallel') == oneByOne
assert plans('retiring') == oneByOne

// What a class leaves behind is its own, and what is kept for the plan is nobody's.
// (Threads of JUnit's parallel execution are daemons, and so is what they start.)
assert log.matching('after its end, plans.DPlainTest has left behind thread "left-behind"').size() == 3
assert log.matching('has left behind').size() == 3

// Who wants a fresh worker gets it, also if JUnit would have begun with it, and nobody is forgotten for that.
assert reports('fresh').counts() == new Counts(4, 0, 0, 0)
assert plans('fresh') == ['AFreshTest', 'DFreshTest BFreshTest', '', 'CFreshTest']

// A plan that is cut short by a crash, a wish, or a class that wants nobody beside it, costs what it cost one class.
assert plans('troubled') == ['ATroubledTest', 'BTroubledTest CTroubledTest', 'Sample', 'CTroubledTest', '', 'DTroubledTest',
    'ETroubledTest', 'FTroubledTest GTroubledTest', 'FTroubledTest', 'GTroubledTest']
assert reports('troubled').counts() == new Counts(10, 0, 1, 0)
assert reports('troubled').cases(Outcome.ERROR)*.id() == ['plans.CTroubledTest#b']
assert log.summaries()[5].contains('10 tests in 1 fork, 5 workers')
assert log.summaries()[5].contains('1 crash')

// A plan that cannot be made is tried class by class, and the one that is to blame is named.
assert plans('undiscoverable') == ['AUnfoundTest', 'BUnfoundTest DUnfoundTest', 'BUnfoundTest', '', 'DUnfoundTest']
assert reports('undiscoverable').counts() == new Counts(4, 0, 1, 0)
assert reports('undiscoverable').cases(Outcome.ERROR)*.className() == ['plans.CUnfoundTest']
assert reports('undiscoverable').cases(Outcome.ERROR)[0].text().contains('no name for isNotFound')

assert reports('unloadable').counts() == new Counts(6, 0, 2, 0)
assert reports('unloadable').cases(Outcome.ERROR)*.className() as Set == ['plans.CLoadedTest', 'plans.FLoadedTest'] as Set
assert reports('unloadable').cases(Outcome.ERROR)[0].text().contains('org/apache/commons/codec/Encoder')
assert log.summaries()[7].contains('2 discovery errors, 0 crashes')

// Who died while several were discovered is not known, so none of them is blamed; but the build has failed.
assert reports('deadly').counts() == new Counts(4, 0, 0, 0)
assert plans('deadly') == ['ADeadlyTest', 'BDeadlyTest', 'CDeadlyTest', 'DDeadlyTest']
assert log.summaries()[8].contains('4 tests in 1 fork, 2 workers (1 crashed), 1 crash')
assert log.matching('crashed while it looked for the tests of several classes: exit status 9').size() == 1
assert log.matching('^\\[ERROR\\] .*exit status 9').size() >= 1
