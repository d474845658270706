import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Reports

// The second class has found what the hook of the first one wrote last; the hook of the last class is waited for as well.
assert Reports.of(new File(basedir, 'target/reports/hooks').toPath()).counts() == new Counts(2, 0, 0, 0)
assert new File(basedir, 'target/stopped').readLines() == ['ATest', 'BTest']
def log = Log.of(basedir.toPath())
assert log.matching('said goodbye').size() == 0
assert log.summaries().every { it.contains('2 workers (1 retired after every class), 0 crashes') }
assert log.summaries().size() == 1
