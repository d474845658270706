import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// L22, L17: one crash costs one test, whatever the version of Surefire and the kind of forks.
def runs = ['3.6.1-1-reused', '3.6.1-2-fresh', '3.5.6-1-fresh', '3.5.6-2-reused', '3.2.5-1-reused', '3.2.5-2-fresh']
def classes = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].collect { "halts.${it}Test" as String } as Set
runs.each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.classes().size() == 6 && reports.classes() as Set == classes
  assert reports.counts() == new Counts(18, 0, 1, 0)
  assert reports.duplicates() == [] as Set
  assert reports.miscounts() == []
  assert reports.casesOf('ThreeTest')*.name() as Set == ['first', 'second', 'third'] as Set

  def crashed = reports.cases(Outcome.ERROR)[0]
  assert crashed.id() == 'halts.ThreeTest#second'
  assert crashed.message() =~ /status 3\b/

  // The class that lost its worker was continued in another one; the others never noticed.
  def notes = Notes.of(basedir.toPath(), run)
  assert notes.findAll { it.className() == 'halts.ThreeTest' }*.pid().toUnique().size() == 2
  assert notes.findAll { it.className() != 'halts.ThreeTest' }.size() == 5
}

def log = Log.of(basedir.toPath())
def summaries = log.summaries()
assert summaries.size() == runs.size()
assert summaries.findAll { it.contains('isolation: 18 tests in 1 fork') }.size() == 3
assert summaries.findAll { it.contains('isolation: 18 tests in 2 forks') }.size() == 3
assert summaries.every { it.contains(' 1 crash,') }
assert summaries.every { it.contains(' 0 timeouts,') }
assert summaries.every { it.contains(' 0 not run') }

// To Surefire no fork ever died: the builds failed because of the one error.
assert log.matching('The forked VM terminated') == []
assert log.matching('^\\[ERROR\\] Tests run: 18, Failures: 0, Errors: 1, Skipped: 0').size() == runs.size()
