import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Reports

def seen = { run -> Notes.of(basedir.toPath(), run).first().seen() }
def startsFromIt = { run -> seen(run)['note.arguments'].contains('-XX:SharedArchiveFile=') }
['makes', 'uses', 'off', 'survives', 'forbids', 'switched-off'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.counts().tests() == 4
  assert reports.counts().failures() + reports.counts().errors() == 0
}

// Made by the first build, and used by the second one.
assert !startsFromIt('makes')
assert startsFromIt('uses')
assert !startsFromIt('off')

// Used by the JVM, not only named to it: the infrastructure comes from the archive, the tests from where they are.
def loaded = new File(basedir, 'target/loaded.txt').readLines()
def archived = loaded.findAll { it.contains('shared objects file (top)') }
assert archived.any { it.contains('org.junit.platform.launcher.core.DefaultLauncher ') }
assert archived.any { it.contains('io.github.isolation.worker.IsolationProvider ') }
assert archived.size() > 1000
assert loaded.findAll { it.contains(' archive.ATest ') }.every { it.contains('test-classes') }

// What tests see of the class path is what they see without an archive.
['java.class.path', 'surefire.test.class.path'].each { name ->
  assert seen('uses')[name] == seen('off')[name]
}
assert seen('uses')['surefire.real.class.path'] ==~ /.*surefirebooter[^:]*\.jar/
assert seen('off')['surefire.real.class.path'] ==~ /.*surefirebooter[^:]*\.jar/

// A damaged archive costs one line and the archive, which is made again.
def log = Log.of(basedir.toPath())
assert log.matching('isolation: the class-data archive .* was damaged; it is deleted and made again').size() == 1
assert !startsFromIt('survives')
assert log.matching('isolation: no class-data archive for workers with -Xshare:auto').size() == 1
assert !startsFromIt('forbids')
// Whoever switches it off need not be told.
assert log.matching('no class-data archive').size() == 1
assert !startsFromIt('switched-off')
def cds = new File(basedir, 'target/cache/cds')
def archives = cds.listFiles().findAll { new File(it, 'archive').file }
assert archives.size() == 1
assert cds.listFiles().findAll { it.name.startsWith('.tmp-') } == []
