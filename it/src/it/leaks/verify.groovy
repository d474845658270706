import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Reports

// The tests passed, whatever is said of what they left behind.
['warn', 'ignore', 'fail', 'fresh', 'fresh-and-asked'].each { run ->
  assert Reports.of(new File(basedir, "target/reports/$run").toPath()).counts() == new Counts(6, 0, 0, 0) : run
}

// Named once for each run that looks, with the class that left it and how long was waited.
def log = Log.of(basedir.toPath())
assert log.summaries().size() == 5
assert log.matching('^\\[ERROR\\].*leaks.ATest has left behind thread "left-behind"').size() >= 1
assert log.matching('^\\[WARNING\\] isolation: 500 ms after its end, leaks.ATest has left behind thread "left-behind" \\(#\\d+\\)$').size() == 2
// Where leaks fail the build, all but the first are warnings: of several errors of a fork, Surefire shows one.
assert log.matching('^\\[WARNING\\] isolation: 500 ms after its end, leaks.CTest has left behind process \\d+ .*, open and deleted file .*kept-open').size() == 3
// A fresh worker for each class: its threads and open files are gone with it, a process is not.
assert log.matching('^\\[WARNING\\] isolation: 500 ms after its end, leaks.CTest has left behind process \\d+ [^,]*$').size() == 1
assert log.matching('leaks.BTest has left').size() == 0
// Threads of one kind once in a run, also if each class has a worker of its own; and how not to hear of them.
assert log.matching('^\\[WARNING\\] isolation: 500 ms after its end, leaks.DTest has left behind thread "server-loop-1" \\(#\\d+\\) and 2 more like it$').size() == 3
assert log.matching('leaks.ETest has left behind').size() == 0
assert log.matching('^\\[INFO\\] isolation: each kind of thread is named once. .*<leaksIgnore>').size() == 3
assert log.matching('meant-to-stay').size() == 0
assert log.matching('harmless').size() == 0
assert log.matching('gone-in-a-moment').size() == 0
assert log.matching('on-its-way-out').size() == 0
