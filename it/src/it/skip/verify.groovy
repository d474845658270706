import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Reports

// Stock Surefire, with all it loses (L22): the crashed class has no report, and no error is counted.
def reports = Reports.of(new File(basedir, 'target/reports/skip').toPath())
assert reports.counts() == new Counts(15, 0, 0, 0)
assert !reports.classes().contains('halts.ThreeTest')
assert !new File(basedir, 'target/isolation').exists()

// Nothing of ours was there.
def notes = Notes.of(basedir.toPath(), 'skip')
assert notes.size() == 6
assert notes.every { note -> ['isolation.fork', 'isolation.forks', 'isolation.run', 'isolation.forkDirectory'].every { note.get(it) == null } }
assert notes.every { note -> ['ISOLATION_FORK', 'ISOLATION_FORKS', 'ISOLATION_RUN', 'ISOLATION_FORK_DIRECTORY'].every { note.get('env.' + it) == null } }
assert notes.every { !it.get('surefire.real.class.path').contains('isolation-surefire-provider') }
assert notes.every { !it.get('surefire.test.class.path').contains('isolation-surefire-provider') }
assert notes.every { !it.get('surefire.test.class.path').contains('isolation-api') }

// Neither was it where the tests have our jar because their project declares it, and the POM, or an old Surefire, is why nobody supervises them.
['property', 'refused'].each { run ->
  def alone = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert alone.counts() == new Counts(15, 0, 0, 0)
  assert !alone.classes().contains('halts.ThreeTest')
  assert Notes.of(basedir.toPath(), run).size() == 6
  assert Notes.of(basedir.toPath(), run).every { it.get('isolation.fork') == null }
  assert Notes.of(basedir.toPath(), run).every { it.get('surefire.test.class.path').contains('isolation-surefire-provider') }
}

// A word that is neither: no test runs one way or the other.
assert !new File(basedir, 'target/reports/neither').exists()

def log = Log.of(basedir.toPath())
assert log.summaries() == []
assert log.matching('The forked VM terminated without properly saying goodbye').size() >= 3
assert log.matching('isolation: skipped \\(isolation.skip\\)').size() == 2
assert log.matching('isolation: not in force for maven-surefire-plugin \\(default-test\\) of skip: version 3.1.2 is too old').size() == 1
assert log.matching("  - <skip> \\(isolation.skip\\): 'ture' is neither true nor false").size() == 1
