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
def isLong = "$forks/1/tmp".length() > 70
def tmpdirs = notes*.get('java.io.tmpdir') as Set
assert tmpdirs.size() == 2
assert notes.every { isLong || it.get('java.io.tmpdir') == it.get('isolation.forkDirectory') + '/tmp' }
assert tmpdirs.every { new File(it, 'everybody-uses-this-name').isFile() == !isLong }

// Who has another place in mind, and sets it where it comes too late, is told so; nobody else is.
assert Reports.of(new File(basedir, 'target/reports/elsewhere').toPath()).counts() == new Counts(1, 0, 0, 0)
def complaints = Log.of(basedir.toPath()).matching('isolation: this fork was to have')
assert complaints.size() == 1
assert complaints[0].contains(" as its java.io.tmpdir, but java.io.tmpdir was set to $basedir/target/classes after the JVM had started. Remove java.io.tmpdir from")

// Who deletes it harms nobody: the next class has it again, and a line says who that was.
['deletes', 'deletes-alone', 'deep'].each { run ->
  assert Reports.of(new File(basedir, "target/reports/$run").toPath()).counts() == new Counts(2, 0, 0, 0)
}
def gone = Log.of(basedir.toPath()).matching('WARNING.*isolation: java.io.tmpdir .* was gone after tmpdir.DeletesIt; the next class finds it again, empty')
assert gone.size() == 3

// Where its path would leave no room for a socket it is a short one, for its owner alone, as long as the fork lives.
def deep = Notes.of(basedir.toPath(), 'deep').first().get('java.io.tmpdir')
assert deep ==~ '.*/iso-[a-z0-9]+/t'
assert !new File(deep).parentFile.exists()
