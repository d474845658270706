import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Parity
import io.github.isolation.it.Reports

// A worker that retires for a failure knows which test has failed, whatever thread says so: the rest of the class runs.
def reports = ['stock', 'immediately'].collectEntries { [it, Reports.of(new File(basedir, "target/reports/$it").toPath())] }
assert reports.stock.counts() == new Counts(3, 1, 0, 0)
assert Parity.between(reports.stock, reports.immediately) == []
assert reports.immediately.duplicates() == [] as Set
def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 1
assert summaries[0].contains('3 tests in 1 fork, 2 workers (1 retired after a failure), 0 crashes')
