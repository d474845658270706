import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Reports

def counts = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()).counts() }
assert counts('warn') == new Counts(3, 0, 0, 0)
assert counts('fail') == new Counts(2, 0, 0, 0)

// One context for both classes, in each build, as without us; its thread is nobody's leak, which is said once in each build.
assert new File(basedir, 'target/contexts').readLines() == ['warn', 'fail']
def log = Log.of(basedir.toPath())
assert log.matching('Spring keeps an application, with its threads').size() == 2
assert log.matching('has left behind.*thread').size() == 0

// What Spring does not keep is.
assert log.matching('^\\[WARNING\\] isolation: 500 ms after its end, springs.CTest has left behind process \\d+').size() == 1
assert log.summaries().size() == 2
assert log.summaries().every { it.contains('1 worker, 0 crashes') }
