import io.github.isolation.it.Bodies
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def ways = ['HaltTest', 'ExitTest', 'MemoryTest', 'HeapTest']
def once = Reports.of(new File(basedir, 'target/reports/once').toPath())
def ignored = Reports.of(new File(basedir, 'target/reports/ignored').toPath())
ways.each { way ->
  // A death is tried again like a failure, and once it is mended nothing is left of it that could fail the build.
  assert once.casesOf(way)*.name() as Set == ['before', 'culprit', 'later'] as Set : way
  assert once.casesOf(way).every { it.outcome() == Outcome.PASSED } : way
  assert once.only(way, 'culprit').retries()*.kind() == ['flakyError'] : way
  assert once.only(way, 'culprit').retries()*.type() == ['io.github.isolation.WorkerCrashed'] : way

  // And it is ignored like one.
  assert ignored.only(way, 'culprit').outcome() == Outcome.ERROR : way
  assert ignored.only(way, 'culprit').type() == 'io.github.isolation.WorkerCrashed' : way
  assert ['before', 'later'].every { ignored.only(way, it).outcome() == Outcome.PASSED } : way
}
['once', 'ignored'].each { run ->
  assert Bodies.of(basedir.toPath(), run).countBy { it }.findAll { !it.key.endsWith('#culprit') }.values() as Set == [1] as Set : run
}
def log = Log.of(basedir.toPath())
assert log.summaries().size() == 2
assert log.summaries().every { it.contains('12 tests in 1 fork') && it.contains('4 crashes, 0 timeouts, 0 not run') }
assert log.matching('There was an error in the forked process') == []
