import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// No extension, no plugin: one dependency is enough for a crash to cost one test.
['reused', 'fresh'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.classes().size() == 6
  assert reports.counts() == new Counts(18, 0, 1, 0)
  assert reports.duplicates() == [] as Set
  assert reports.miscounts() == []

  def crashed = reports.cases(Outcome.ERROR)[0]
  assert crashed.id() == 'halts.ThreeTest#second'
  assert crashed.message() =~ /status 3\b/

  // Each of Surefire's forks is a supervisor with a worker of its own, which knows its slot.
  def notes = Notes.of(basedir.toPath(), run)
  assert notes.findAll { it.className() == 'halts.ThreeTest' }*.pid().toUnique().size() == 2
  assert notes.every { it.get('isolation.fork') in ['1', '2'] }
}
def log = Log.of(basedir.toPath())
assert log.matching('The forked VM terminated') == []

// Nobody looks at settings before the fork does: it says all that is wrong with them, and runs no test.
assert !log.matching('isolation: 2 settings cannot be understood:').isEmpty()
assert !log.matching("^  <maxCrashes> \\(isolation.maxCrashes\\): '0' is no number of crashes; write 1 or more").isEmpty()
assert !log.matching("^  <leaks> \\(isolation.leaks\\): 'perhaps' is none of warn, fail, ignore").isEmpty()
assert log.matching('^No test was run. Correct this').size() == 1
assert new File(basedir, 'target/reports/nonsense').list().every { !it.startsWith('TEST-') }
