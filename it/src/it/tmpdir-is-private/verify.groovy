import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Reports

// L06: the worker is started with its own tmpdir, so that Java's older and newer ways to make temporary files agree.
def reports = Reports.of(new File(basedir, 'target/reports/default').toPath())
assert reports.counts() == new Counts(4, 0, 0, 0)
assert reports.miscounts() == []

def forks = new File(basedir, 'target/isolation/forks')
def notes = Notes.of(basedir.toPath(), 'default')
assert notes*.get('java.io.tmpdir') as Set == ["$forks/1/tmp" as String, "$forks/2/tmp" as String] as Set
assert notes.every { it.get('java.io.tmpdir') == it.get('isolation.forkDirectory') + '/tmp' }
assert ['1', '2'].every { new File(forks, "$it/tmp/everybody-uses-this-name").isFile() }

// Who has another place in mind, and sets it where it comes too late, is told so; nobody else is.
assert Reports.of(new File(basedir, 'target/reports/elsewhere').toPath()).counts() == new Counts(1, 0, 0, 0)
def complaints = Log.of(basedir.toPath()).matching('isolation: this fork was to have')
assert complaints.size() == 1
assert complaints[0].contains("$forks/1/tmp as its java.io.tmpdir, but java.io.tmpdir was set to $basedir/target/classes after the JVM had started. Remove java.io.tmpdir from")
