import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// Stock: one genuine failure, and everything after it a victim; the other genuine failure is hidden among them.
def stock = Reports.of(new File(basedir, 'target/reports/stock').toPath())
assert stock.counts() == new Counts(20, 1, 14, 0)
assert stock.cases(Outcome.FAILED)*.id() == ['quadrants.BTest#second']
assert stock.cases(Outcome.ERROR)*.id().contains('quadrants.DTest#second')

// With a fresh worker after each failure, the genuine ones are all there is (L14, L15).
['immediately', 'immediately-in-2-forks'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.counts() == new Counts(20, 2, 0, 0)
  assert reports.duplicates() == [] as Set
  assert reports.miscounts() == []
  assert reports.cases(Outcome.FAILED)*.id() as Set == ['quadrants.BTest#second', 'quadrants.DTest#second'] as Set
  assert reports.cases(Outcome.FAILED)*.message() == ['illegal access', 'illegal access']
}
def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 2
assert summaries.every { it.contains('2 retired after a failure') && it.contains(' 0 crashes, 0 timeouts, 0 not run') }
