import io.github.isolation.it.Bodies
import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// L18, L19: a build inside a worker is a build like any other, and takes nothing of the outer one's for its own.
def inner = new File(basedir, 'src/test/inner')
['alone', 'inside'].each { run ->
  def reports = Reports.of(new File(inner, "target/reports/$run").toPath())
  assert reports.counts() == new Counts(3, 1, 1, 0)
  assert reports.only('CrashesTest', 'crashes').type() == 'io.github.isolation.WorkerCrashed'
  assert reports.only('CrashesTest', 'fails').outcome() == Outcome.FAILED
  assert reports.only('CrashesTest', 'passes').outcome() == Outcome.PASSED
}
def inside = new Log(new File(inner, 'inside.log').readLines())
assert inside.summaries().size() == 1
assert inside.summaries()[0] =~ /isolation: 3 tests in 1 fork, 3 workers \(1 retired after a failure, 1 crashed\), 1 crash, 0 timeouts, 0 not run/

// The outer build never noticed, not even that tests were run in its own JVM.
def outer = Reports.of(new File(basedir, 'target/reports/outer').toPath())
assert outer.counts() == new Counts(3, 0, 0, 0)
assert outer.ids() as Set == ['nested.StartsMavenTest#buildsAnotherProject', 'nested.StartsLauncherTest#runsTestsOfItsOwn', 'nested.StartsLauncherTest#runsAfterwards'] as Set
assert Bodies.of(basedir.toPath(), 'outer') as Set == ['StartsMavenTest', 'StartsLauncherTest'] as Set
def summaries = Log.of(basedir.toPath()).summaries()
assert summaries[-2] =~ /isolation: 3 tests in 2 forks, 2 workers, 0 crashes, 0 timeouts, 0 not run/

// What is left out of a class that is tried again is left out of nobody else's.
def again = Reports.of(new File(basedir, 'target/reports/again').toPath())
assert again.counts() == new Counts(2, 0, 0, 0)
assert again.only('TriedAgain', 'runsTestsOfItsOwn').retries()*.kind() == ['flakyFailure']

// Each has a marker, a nonce, a run and a directory of its own.
def theirs = Notes.of(inner.toPath(), 'inside')[0]
def ours = Notes.of(basedir.toPath(), 'outer')[0]
def own = ['env.ISOLATION_RETIREMENT_MARKER', 'env.ISOLATION_RETIREMENT_NONCE', 'env.ISOLATION_RUN', 'env.ISOLATION_FORK_DIRECTORY', 'isolation.run']
assert own.every { theirs.get(it) != null && ours.get(it) != null }
assert own.every { theirs.get(it) != ours.get(it) }
