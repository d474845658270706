import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Parity
import io.github.isolation.it.Reports

// Where there is nothing to supervise, or somebody wants to look at the fork itself, the tests run exactly as stock.
def reports = ['stock', 'no-fork', 'debug', 'debug-by-hand'].collectEntries { [it, Reports.of(new File(basedir, "target/reports/$it").toPath())] }
assert reports.stock.counts() == new Counts(15, 0, 0, 0)
['no-fork', 'debug', 'debug-by-hand'].each { run ->
  assert Parity.between(reports.stock, reports[run]) == [] : run
  assert Notes.of(basedir.toPath(), run).size() == 5 : run
  assert Notes.of(basedir.toPath(), run).every { it.get('isolation.fork') == null } : run
}

// Each of them says why, once.
def log = Log.of(basedir.toPath())
assert log.summaries() == []
assert log.matching('isolation: not in force for maven-surefire-plugin \\(default-test\\) of inert: forkCount is 0').size() == 1
assert log.matching('isolation: not in force for maven-surefire-plugin \\(default-test\\) of inert: a debugger').size() == 1
assert log.matching('isolation: not in force here, because a debugger is attached').size() == 1
