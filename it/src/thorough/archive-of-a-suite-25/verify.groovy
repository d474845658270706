import io.github.isolation.it.Counts
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Reports

def reports = { String run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
def outcomes = { String run -> reports(run).cases().collect { "${it.id()} ${it.outcome()}" as String }.sort() }
assert reports('stock').counts() == new Counts(13, 1, 1, 2)

def newest = (new File('/usr/lib/jvm').listFiles() ?: [] as File[]).find { new File(it, 'release').isFile() && new File(it, 'release').text.contains('JAVA_VERSION="25') }
if (newest == null) {
  println 'There is no Java 25 in /usr/lib/jvm: an archive of a suite was not tried with one.'
  return
}

def cache = new File(basedir, 'target/cache')
def logOf = [:]
def build = { String run ->
  def log = "-Xlog:class+load:file=target/loaded-$run-%p.txt" as String
  def arguments = ['test', "-Djvm=$newest/bin/java" as String, "-Dlog=$log" as String, '-Disolation.archive=suite', '-Disolation.cacheDirectory=target/cache']
  def maven = MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, run, arguments)
  assert maven.exitCode() == 0
  logOf[run] = maven
}

// From which archive each worker was started, as the record of that run has it.
def archives = { ->
  def record = new File(basedir, 'target/isolation/runs').listFiles().collect { new File(it, 'record.jsonl') }.findAll { it.file }.max { it.lastModified() }
  def ended = record.readLines().findAll { it.contains('"what":"worker"') && it.contains('"state":"ended"') }
  assert ended.size() == 3
  ended.collect { (it =~ /"archive":"(\w+)"/).with { found -> found.find() ? found.group(1) : '' } }
}
def loaded = { String run ->
  def files = new File(basedir, 'target').listFiles().findAll { it.name ==~ /loaded-$run-\d+\.txt/ }
  files.collectMany { it.readLines() }
}
def ofTheJar = { String run -> loaded(run).findAll { it.contains(' org.apache.commons.collections4.') } }
def isShared = { String line -> line.contains('source: shared objects file') }
// Of what the JVM itself makes of them, each JVM makes its own.
def names = { List<String> lines -> lines.findAll { !it.contains('/0x') }.collect { it.replaceAll(/.* (org\.apache\.\S+) source.*/, '$1') } as Set }
def none = 'there is no class-data archive of this suite'
def kept = { -> new File(cache, 'cds').listFiles().findAll { new File(it, 'archive').file }*.name as Set }

// The first run of all tests makes it when they are over; none of its own workers has it.
build('makes')
assert logOf['makes'].lines(none).size() == 1
assert archives().every { it != 'suite' }
assert names(ofTheJar('makes')).size() > 60
assert ofTheJar('makes').every { !isShared(it) }
def first = kept()
assert first.size() >= 1

// The next one has the jar's classes from there, by the JVM's own word, and the tests from where they are.
build('uses')
assert logOf['uses'].lines(none) == []
assert logOf['uses'].lines('[WARNING] isolation') == []
assert archives() == ['suite'] * 3
assert names(ofTheJar('uses').findAll(isShared)).containsAll(names(ofTheJar('makes')))
assert names(ofTheJar('uses').findAll { !isShared(it) }) == [] as Set
assert loaded('uses').findAll { it.contains(' suite25.') }.every { !isShared(it) }
assert loaded('uses').any { it.contains(' suite25.BagsTest ') && it.contains('test-classes') }
assert kept() == first

// A jar that was written anew, with the same content and name, is another one: the archive is not used, and replaced.
def jar = new File(localRepositoryPath, 'org/apache/commons/commons-collections4/4.5.0/commons-collections4-4.5.0.jar')
def before = jar.lastModified()
assert jar.setLastModified(before - 60_000)
try {
  build('changed')
  assert logOf['changed'].lines(none).size() == 1
  assert archives().every { it != 'suite' }
  assert ofTheJar('changed').every { !isShared(it) }
  def second = kept()
  assert second.size() == first.size()
  assert second != first

  build('again')
  assert archives() == ['suite'] * 3
  assert names(ofTheJar('again').findAll(isShared)).containsAll(names(ofTheJar('makes')))
  assert kept() == second
} finally {
  jar.setLastModified(before)
}

// The same tests with the same outcomes, in all of them.
assert ['makes', 'uses', 'changed', 'again'].findAll { outcomes(it) != outcomes('stock') } == []
