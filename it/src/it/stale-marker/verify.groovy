import io.github.isolation.it.Bodies
import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// L17, L18: no marker but that of the very launch turns a crash into a retirement.
['first', 'second'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.counts() == new Counts(9, 0, 4, 0)
  assert reports.duplicates() == [] as Set
  assert reports.miscounts() == []
  ['BWrongNonceTest', 'CStaleTest', 'DOtherLaunchTest'].each { name ->
    def crashed = reports.only(name, 'crashes')
    assert crashed.outcome() == Outcome.ERROR
    assert crashed.type() == 'io.github.isolation.WorkerCrashed'
    assert crashed.message() =~ /exit status 134 \(SIGABRT\); the JVM reports SIGSEGV/
  }

  // With the right one the test in flight starts over, once.
  assert reports.casesOf('EGenuineOnceTest')*.outcome() == [Outcome.PASSED] * 3
  def given = reports.only('FGenuineAlwaysTest', 'leavesAlways')
  assert given.outcome() == Outcome.ERROR
  assert given.type() == 'io.github.isolation.NotRun'
  assert given.message().contains('retired (by its marker) while this test was running')
  assert reports.only('FGenuineAlwaysTest', 'after').outcome() == Outcome.PASSED
  assert Bodies.of(basedir.toPath(), run).countBy { it } == [
    ADirtyTest: 1, BWrongNonceTest: 1, CStaleTest: 1, DOtherLaunchTest: 1,
    'EGenuineOnceTest#before': 1, 'EGenuineOnceTest#leavesOnce': 2, 'EGenuineOnceTest#after': 1,
    'FGenuineAlwaysTest#leavesAlways': 2, 'FGenuineAlwaysTest#after': 1]
}
assert new File(basedir, 'target/nonce-of-worker-1.first').text != new File(basedir, 'target/nonce-of-worker-1.second').text

def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 2
assert summaries.every { it.contains('3 retired by its marker, 3 crashed') && it.contains(' 3 crashes, 0 timeouts, 1 test not run') }
