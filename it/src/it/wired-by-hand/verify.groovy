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
assert Log.of(basedir.toPath()).matching('The forked VM terminated') == []
