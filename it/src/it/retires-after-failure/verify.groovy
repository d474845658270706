import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Outcome
import io.github.isolation.it.Parity
import io.github.isolation.it.Reports

// L15, L16: a worker that retires after a failure is not a crash, and the failure is told once.
['after-class', 'never', 'after-class-in-2-forks'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.classes().size() == 6
  assert reports.counts() == new Counts(8, 2, 0, 0)
  assert reports.cases(Outcome.FAILED)*.id() as Set == ['retires.BTest#fails', 'retires.ETest#fails'] as Set
  assert reports.cases(Outcome.FAILED)*.message() == ['on purpose', 'on purpose']
  assert reports.duplicates() == [] as Set
  assert reports.miscounts() == []
  // No class ran in two JVMs.
  assert Notes.of(basedir.toPath(), run).size() == 6
}

// Two classes failed, so a new worker came twice: for C, and for F.
def pids = Notes.of(basedir.toPath(), 'after-class').collectEntries { [it.className(), it.pid()] }
assert pids['retires.ATest'] == pids['retires.BTest']
assert pids['retires.CTest'] != pids['retires.BTest']
assert pids['retires.DTest'] == pids['retires.CTest']
assert pids['retires.ETest'] == pids['retires.CTest']
assert pids['retires.FTest'] != pids['retires.ETest']
assert pids.values().toUnique().size() == 3

// Asked for nothing, they stay in one.
assert Notes.of(basedir.toPath(), 'never')*.pid().toUnique().size() == 1

// In two forks nothing may follow a failed class in its worker.
def inTwo = Notes.of(basedir.toPath(), 'after-class-in-2-forks').collectEntries { [it.className(), it.pid()] }
assert inTwo['retires.BTest'] != inTwo['retires.ETest']
assert inTwo['retires.FTest'] != inTwo['retires.ETest']

// A class whose @BeforeAll fails is through with that: the next worker does not begin it again.
def setup = ['setup-stock', 'setup', 'setup-9'].collectEntries { [it, Reports.of(new File(basedir, "target/reports/$it").toPath())] }
assert setup['setup-stock'].counts() == new Counts(4, 2, 0, 0)
assert ['setup', 'setup-9'].every { setup[it].duplicates() == [] as Set && setup[it].miscounts() == [] }
assert ['setup', 'setup-9'].every { Parity.between(setup['setup-stock'], setup[it]) == [] }

def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 5
assert summaries[3].contains('3 workers (2 retired after a failure), 0 crashes')
assert summaries.every { it.contains(' 0 crash') }
assert summaries[0].contains('isolation: 8 tests in 1 fork')
assert summaries[0].contains('3 workers (2 retired')
assert summaries[1].contains('1 worker')
assert !(summaries[1] =~ /[1-9]\d* retired/)
assert summaries[2].contains('isolation: 8 tests in 2 forks')
