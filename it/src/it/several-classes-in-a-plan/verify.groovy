import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def log = Log.of(basedir.toPath())
def plans = { run -> new File(basedir, "target/plans-$run").readLines() }
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }

['plain', 'reordered', 'parallel', 'retiring'].each { run ->
  assert reports(run).counts() == new Counts(9, 0, 0, 1) : run
  assert reports(run).duplicates() == [] as Set
  assert reports(run).miscounts() == []
  assert reports(run).only('plans.DPlainTest', 'prints').printed() == 'a line of D\n' : run
}

// The first class tells what the others may do; they share a plan, in the order of the user or of JUnit.
assert plans('plain') == ['APlainTest', 'BPlainTest CPlainTest DPlainTest EPlainTest']
assert plans('reordered') == ['APlainTest', 'EPlainTest DPlainTest CPlainTest BPlainTest']

// Where classes run side by side, or something is decided between two of them, each has a plan.
def oneByOne = ['APlainTest', 'BPlainTest', 'CPlainTest', 'DPlainTest', 'EPlainTest']
assert plans('parallel') == oneByOne
assert plans('retiring') == oneByOne

// A plan that is cut short by a crash, a wish, or a class that wants nobody beside it, costs what it cost one class.
assert plans('troubled') == ['ATroubledTest', 'BTroubledTest CTroubledTest', 'CTroubledTest', '', 'DTroubledTest',
    'ETroubledTest', 'FTroubledTest GTroubledTest', 'FTroubledTest', 'GTroubledTest']
def troubled = reports('troubled')
assert troubled.counts() == new Counts(10, 0, 1, 0)
assert troubled.duplicates() == [] as Set
assert troubled.miscounts() == []
assert troubled.cases(Outcome.ERROR)*.id() == ['plans.CTroubledTest#b']
assert log.matching('isolation: 500 ms after its end, plans.BTroubledTest has left behind thread "left-behind"').size() == 1
assert log.matching('has left behind').size() == 1
assert log.summaries()[2].contains('10 tests in 1 fork, 5 workers')
assert log.summaries()[2].contains('1 crash')

// A plan that cannot be made is tried class by class, and the one that is to blame is named.
assert plans('undiscoverable') == ['AUnfoundTest', 'BUnfoundTest DUnfoundTest', 'BUnfoundTest', '', 'DUnfoundTest']
def undiscoverable = reports('undiscoverable')
assert undiscoverable.counts() == new Counts(4, 0, 1, 0)
assert undiscoverable.cases(Outcome.ERROR)*.className() == ['plans.CUnfoundTest']
assert undiscoverable.cases(Outcome.ERROR)[0].text().contains('no name for isNotFound')
