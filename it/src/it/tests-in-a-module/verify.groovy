import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// The tests themselves say in which modules they, and what they call, are.
['newest', 'oldest'].each { run ->
  def named = Reports.of(new File(basedir, "named/target/reports/$run").toPath())
  assert named.counts() == new Counts(4, 0, 1, 0)
  assert named.miscounts() == []
  assert named.cases(Outcome.ERROR)*.id() == ['shop.tests.CrashTest#second']
  assert named.cases(Outcome.ERROR)[0].message() =~ /status 3\b/
  assert named.only('CrashTest', 'third').outcome() == Outcome.PASSED

  def patched = Reports.of(new File(basedir, "patched/target/reports/$run").toPath())
  assert patched.counts() == new Counts(2, 0, 0, 0)
}

// What a worker is started with is what Surefire would have started its fork with: an argument file with the module path.
def log = Log.of(basedir.toPath())
assert log.summaries().size() == 4
assert log.matching('isolation: 4 tests in 2 forks, .*, 1 crash, 0 timeouts, 0 not run').size() == 2
assert log.matching('isolation: 2 tests in 2 forks, .* retired it was asked to.*, 0 crashes, 0 timeouts, 0 not run').size() == 2
