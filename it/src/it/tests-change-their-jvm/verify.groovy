import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Processes
import io.github.isolation.it.Reports
import java.time.Duration

def log = Log.of(basedir.toPath())
def lines = { String file -> new File(basedir, "target/$file").readLines() }
def jvms = { String run -> new File(basedir, 'target/jvms').listFiles().findAll { it.name.startsWith("$run-") } }

// Each class once, with each of its tests, whatever the classes before it did to the JVM: in the reports and in truth.
[['two-forks', 17, 48], ['one-fork', 18, 51], ['wiped', 4, 10]].each { run, classes, tests ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.classes().size() == classes : run
  assert reports.counts() == new Counts(tests, 0, 0, 0) : run
  assert reports.duplicates() == [] as Set : run
  assert reports.miscounts() == [] : run
  def bodies = lines("bodies/${run}.txt")
  assert bodies.size() == tests : run
  assert bodies as Set == reports.ids().collect { it - 'changes.' } as Set : run
}

// A fork stays the one it is, and no two share a slot, a directory, a name, a fixture or a port.
assert jvms('two-forks').size() == 2
assert jvms('one-fork').size() == 1
def forks = jvms('two-forks').collect { it.readLines() as Set }
assert forks*.size() == [1, 1]
def (one, other) = forks.collect { it[0].split('\t') as List }
assert [one[0], other[0]] as Set == ['1', '2'] as Set
assert one[1] == other[1] : 'one run'
[0, 2, 3, 4, 5, 6].each { assert one[it] != other[it] : "$one and $other" }
assert !new File(basedir, 'target/isolation/forks/main').exists()

// What was asked for before is still in force: a class takes its lock across forks.
assert new File(basedir, 'target/isolation/locks/shared').list().any { it.startsWith('printer-') }

// No look of ours was a leak, a failure of the build or a trace on the console.
assert log.summaries().size() == 3
assert log.summaries()[0].contains('48 tests in 2 forks, 2 workers, 0 crashes, 0 timeouts, 0 not run')
assert log.summaries()[1].contains('51 tests in 1 fork, 1 worker, 0 crashes, 0 timeouts, 0 not run')
assert log.summaries()[2].contains('10 tests in 1 fork, 1 worker, 0 crashes, 0 timeouts, 0 not run')
assert log.matching('has left behind') == []
assert log.matching('^\\[ERROR\\]') == []
assert Processes.leftAfter(Duration.ofSeconds(60), basedir.path) == []
