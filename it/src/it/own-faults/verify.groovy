import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Processes
import io.github.isolation.it.Reports
import java.time.Duration

// L21: no worker can be started in fork N any more. Each test has its result all the same: the other fork runs what is left.
def reports = Reports.of(new File(basedir, 'target/reports/vandal').toPath())
assert reports.counts() == new Counts(9, 0, 1, 0)
assert reports.duplicates() == [] as Set
assert reports.miscounts() == []
assert reports.cases(Outcome.ERROR)*.id() == ['faults.VandalTest#breaksTheForkAndDies']
assert reports.only('VandalTest', 'after').outcome() == Outcome.PASSED

def log = Log.of(basedir.toPath())
def failedStarts = log.matching('^\\[WARNING\\] isolation: the worker of fork [12] did not start')
assert !failedStarts.isEmpty()
assert log.summaries().size() == 1
assert log.summaries()[0].contains('9 tests in 2 forks') && log.summaries()[0].contains("1 crashed, ${failedStarts.size()} did not start), 1 crash, 0 timeouts, 0 not run")
assert Processes.leftAfter(Duration.ofSeconds(60), basedir.path) == []
