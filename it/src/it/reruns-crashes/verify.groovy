import io.github.isolation.it.Bodies
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// L23: what crashed or hung is tried again like what failed, and Surefire tells it in the same elements.
def shape = { reports -> reports.cases().collect { "${it.id()} ${it.outcome()} ${it.retries()*.kind()}" as String }.sort() }
['3.6.1', '3.2.5'].each { version ->
  def stock = Reports.of(new File(basedir, "target/reports/stock-$version").toPath())
  def ours = Reports.of(new File(basedir, "target/reports/ours-$version").toPath())
  assert stock.cases().size() == 12
  assert shape(ours) == shape(stock)
  assert ours.suites()*.claimed() == stock.suites()*.claimed()
  // Surefire 3.2.5 writes the number of the last attempt's tests over that of the class, with or without us.
  assert ours.miscounts() == stock.miscounts()

  def flake = ours.only('CrashesOnceTest', 'culprit')
  assert flake.outcome() == Outcome.PASSED
  assert flake.retries()*.kind() == ['flakyError']
  assert flake.retries()*.type() == ['io.github.isolation.WorkerCrashed']
  assert ours.only('FailsOnceTest', 'culprit').retries()*.type() == ['java.lang.IllegalStateException']

  def hopeless = ours.only('CrashesAlwaysTest', 'culprit')
  assert hopeless.outcome() == Outcome.ERROR
  assert hopeless.type() == 'io.github.isolation.WorkerCrashed'
  assert hopeless.retries()*.kind() == ['rerunError', 'rerunError']
  assert hopeless.retries()*.type() == ['io.github.isolation.WorkerCrashed'] * 2
  def hung = ours.only('HangsAlwaysTest', 'culprit')
  assert hung.type() == 'io.github.isolation.TimedOut'
  assert hung.retries()*.type() == ['io.github.isolation.TimedOut'] * 2

  // Three attempts are three, and those that passed had one (L24).
  def attempts = Bodies.of(basedir.toPath(), "ours-$version").countBy { it }
  assert attempts == Bodies.of(basedir.toPath(), "stock-$version").countBy { it }
  assert attempts['CrashesOnce#culprit'] == 2 && attempts['CrashesAlways#culprit'] == 3 && attempts['HangsAlways#culprit'] == 3
  assert attempts.findAll { !it.key.endsWith('#culprit') }.every { it.value == 1 }

  // Isolation.fork().attempt(): each can tell which it is, and what runs on after a crash is none.
  def seen = new File(basedir, "target/attempts/ours-${version}.txt").readLines()
  assert seen.findAll { it.startsWith('CrashesAlways#culprit') } == (1..3).collect { "CrashesAlways#culprit $it" as String }
  assert seen.findAll { it.startsWith('FailsOnce#culprit') } == (1..2).collect { "FailsOnce#culprit $it" as String }
  assert seen.findAll { !it.contains('#culprit') }.every { it.endsWith(' 1') }
}

// skipAfterFailureCount: Jupiter 5 cannot be stopped, so stock's one fork runs on, and so do we.
def stockSkips = Reports.of(new File(basedir, 'target/reports/stock-skip').toPath())
def oursSkips = Reports.of(new File(basedir, 'target/reports/ours-skip').toPath())
assert stockSkips.cases(Outcome.ERROR).size() == 4
assert shape(oursSkips) == shape(stockSkips)

def log = Log.of(basedir.toPath())
assert log.summaries().size() == 3
assert log.summaries()[0..1].every { it.contains(' 4 crashes, 3 timeouts, 0 not run') }
// Each in a fresh worker: where the one before did not crash, it makes room.
assert log.summaries()[0..1].every { it.contains('10 workers (3 retired before a re-run, 4 crashed, 3 timed out)') }
assert log.summaries()[2].contains(' 0 crashes, 0 timeouts, 0 not run')
