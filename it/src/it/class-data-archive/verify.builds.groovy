import io.github.isolation.it.Log
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Notes
import io.github.isolation.it.Reports

def seen = { run -> Notes.of(basedir.toPath(), run).first().seen() }
def startsFromIt = { run -> (seen(run)['note.arguments'] =~ /-XX:(SharedArchiveFile|AOTCache)=/).find() }
def allPass = { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.counts().tests() == 5
  assert reports.counts().failures() + reports.counts().errors() == 0
}
['makes', 'uses', 'off', 'remakes', 'forbids', 'switched-off', 'survives'].each(allPass)

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

// A damaged archive costs one line and the archive, which is made again, whatever its time says.
def log = Log.of(basedir.toPath())
assert log.matching('WARNING|ERROR').findAll { it.contains('class-data archive') && it.contains('is made again') } == []
assert log.matching('isolation: the class-data archive .* is damaged and is made again; this one is in .*/cds/damaged/').size() == 1
assert !startsFromIt('remakes')
assert log.matching('isolation: no class-data archive for workers with -Xshare:auto').size() == 1
assert !startsFromIt('forbids')
// Whoever switches it off need not be told.
assert log.matching('no class-data archive').size() == 1
assert !startsFromIt('switched-off')

// One that nobody can tell from a whole one costs a worker that does not start. It is named and set aside, and no test is lost.
def isSetAside = { Log of, String run, File cache ->
  def cds = new File(cache, 'cds')
  assert of.matching('WARNING.*the worker of fork 1 did not start').size() == 1
  assert of.matching("WARNING.* the class-data archive $cds/[0-9a-f]+/archive is damaged. Workers start without it").size() == 1
  assert !startsFromIt(run)
  // What the first worker had to tell, the next one told: the order of the classes.
  assert of.matching('Tests run: .* in archive[.]').takeRight(2)*.replaceAll('.* in ', '') == ['archive.ATest', 'archive.BTest']
  assert cds.listFiles().findAll { new File(it, 'archive').file } == []
  assert new File(cds, 'damaged').listFiles().count { new File(it, 'archive').file } == 1
  assert cds.listFiles().findAll { it.name.startsWith('.tmp-') } == []
}
isSetAside(log, 'survives', new File(basedir, 'target/cache'))

// The same with the other kind of archive, where there is a JVM that has it.
def newest = (new File('/usr/lib/jvm').listFiles() ?: [] as File[]).find { new File(it, 'release').isFile() && new File(it, 'release').text.contains('JAVA_VERSION="25') }
def with25 = { String run, List more ->
  def arguments = ['test', "-Djvm=$newest/bin/java" as String, '-Disolation.cacheDirectory=target/cache25'] + more
  MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, run, arguments).exitCode()
}
if (newest != null) {
  assert with25('makes25', []) == 0
  assert with25('rots25', ['-Disolation.skip=true']) == 0
  assert with25('survives25', []) == 0
  allPass('survives25')
  isSetAside(Log.read(new File(basedir, 'survives25.log').toPath()), 'survives25', new File(basedir, 'target/cache25'))
}
assert newest == null || new File(basedir, 'survives25.log').file
