import io.github.isolation.it.Bodies
import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// L20: what one execution used up, the next one in the same Maven process has again.
def runs = ['first', 'second', 'third']
runs.each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.counts() == new Counts(4, 1, 1, 0)
  assert reports.miscounts() == []
  assert reports.only('DiesTest', 'crashes').type() == 'io.github.isolation.WorkerCrashed'
  assert reports.only('DiesTest', 'fails').outcome() == Outcome.FAILED
  assert reports.only('DiesTest', 'leavesOnce').outcome() == Outcome.PASSED
  assert reports.only('DiesTest', 'passes').outcome() == Outcome.PASSED
  assert Bodies.of(basedir.toPath(), run) == ['crashes', 'fails', 'leavesOnce', 'leavesOnce', 'passes']
}
def notes = runs.collectMany { Notes.of(basedir.toPath(), it) }
['env.ISOLATION_RUN', 'env.ISOLATION_RETIREMENT_MARKER', 'env.ISOLATION_RETIREMENT_NONCE'].each { name -> assert notes.collect { it.get(name) }.toUnique().size() == 3 }
def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 3
assert summaries.every { it.contains('isolation: 4 tests in 1 fork, 4 workers (1 retired after a failure, 1 retired by its marker, 1 crashed), 1 crash, 0 timeouts, 0 not run') }
