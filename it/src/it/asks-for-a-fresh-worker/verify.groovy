import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def reports = Reports.of(new File(basedir, 'target/reports/asks').toPath())
assert reports.counts() == new Counts(12, 1, 0, 0)
assert reports.duplicates() == [] as Set
assert reports.miscounts() == []
assert reports.cases(Outcome.FAILED)*.id() == ['asks.DTest#breaksAfterwards']
assert reports.cases(Outcome.FAILED)[0].message().contains('a failure of its own')

// @FreshWorker: nobody before, nobody after.
def pids = Notes.of(basedir.toPath(), 'asks').groupBy { it.className() }.collectEntries { name, notes -> [name, notes*.pid()] }
assert pids['asks.BTest'].size() == 1
assert pids['asks.BTest'][0] != pids['asks.ATest'][0]
assert pids['asks.BTest'][0] != pids['asks.CTest'][0]

// Isolation.retire: between two tests of a class, which goes on in another worker; what follows shares that one.
def journal = new File(basedir, 'target/notes/journal.txt').readLines().collectEntries { it.split(' ') as List }
assert journal.size() == 3
assert journal.asks == pids['asks.CTest'][0]
assert journal.breaks != journal.asks
assert journal.rest == journal.breaks
assert new File(basedir, 'target/notes/journal.txt').readLines().size() == 3
// The worker that was asked had nobody in native code when it exited, which would have held it up.
assert new File(basedir, 'target/notes/listener.txt').text == 'TIMED_WAITING'

// retireAboveHeap: the class after the one that filled the heap has a worker that is empty.
assert pids['asks.ETest'] == [journal.rest]
assert pids['asks.FTest'][0] != pids['asks.ETest'][0]

def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 1
assert summaries[0].contains('12 tests in 1 fork, 5 workers (1 retired after a class that wants it, 1 retired after a wish, 1 retired for a class that needs a fresh worker, 1 retired with a full heap), 0 crashes')

// What stands where nobody reads it has no effect, which is said.
assert pids['asks.GTest'] == pids['asks.FTest']
def misplaced = Log.of(basedir.toPath()).matching('^\\[WARNING\\] isolation: @.*')
assert misplaced.toSorted() == [
        '[WARNING] isolation: @FreshWorker of asks.GTest$Inner is without effect on a nested class; put it on the top-level class',
        '[WARNING] isolation: @SameFork of asks.KeptTogether is not inherited; put it on asks.GTest itself',
        '[WARNING] isolation: @TimeLimit of asks.GTest$Inner is without effect on a nested class; put it on the top-level class']
