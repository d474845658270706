import io.github.isolation.it.Counts
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
