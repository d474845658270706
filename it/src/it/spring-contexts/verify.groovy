import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Reports

def counts = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()).counts() }
assert counts('warn') == new Counts(3, 0, 0, 0)
assert counts('fail') == new Counts(2, 0, 0, 0)

// One context for both classes, in each worker, as without us; its thread is nobody's leak, which is said once in each
// build whose workers go on.
assert new File(basedir, 'target/contexts').readLines() == ['warn', 'fail', 'makes', 'uses', 'uses']
def log = Log.of(basedir.toPath())
assert log.matching('Spring keeps an application, with its threads').size() == 3
assert log.matching('has left behind.*thread').size() == 0

// What Spring does not keep is.
assert log.matching('^\\[WARNING\\] isolation: 500 ms after its end, springs.CTest has left behind process \\d+').size() == 3
assert log.summaries().size() == 4
assert log.summaries().take(3).every { it.contains('1 worker, 0 crashes') }
assert log.summaries().last().contains('3 workers (2 retired after every class), 0 crashes')

// An archive with Spring in it, which is said once, made once, and then used.
['makes', 'uses'].each { assert counts(it) == new Counts(3, 0, 0, 0) }
assert log.matching('isolation: there is no class-data archive of this suite.s jars yet. A run of all tests makes one at its end, of \\d+ jars$').size() == 1
assert log.matching('isolation: .*archive').size() == 1
def records = new File(basedir, 'target/isolation/runs').listFiles().collect { new File(it, 'record.jsonl') }.findAll { it.file }.sort { it.lastModified() }
def archives = { File record -> record.readLines().findAll { it.contains('"what":"worker"') && it.contains('"state":"ended"') }.collect { (it =~ /"archive":"(\w+)"/).with { found -> found.find() ? found.group(1) : '' } } }
assert archives(records[-2]) == ['']
assert archives(records[-1]) == ['suite'] * 3
assert new File(basedir, 'target/isolation/runs').listFiles().findAll { new File(it, 'worker-1-classes.log').exists() } == []

// The JVMs have Spring from there, and the tests from where they are.
def logs = new File(basedir, 'target').listFiles().findAll { it.name ==~ /loaded-\d+\.txt/ }*.readLines()
assert logs.size() == 3
logs.each { loaded ->
  assert loaded.any { it.contains('org.junit.platform.launcher.core.DefaultLauncher ') && it.contains('shared objects file (top)') }
  assert loaded.any { it =~ /\bsprings\./ }
  assert loaded.findAll { it =~ /\bsprings\./ }.every { !it.contains('shared objects file') }
}
def springs = { List<String> lines -> lines.count { it.contains('shared objects file (top)') && it =~ /\borg\.springframework\./ } }
def (first, spares) = logs.split { loaded -> loaded.any { it.contains(' springs.ATest ') } }
assert first.size() == 1
assert springs(first[0]) > 500
// A spare has them before its class comes. The first worker has no time for that, and loads what its test needs.
def beforeItsClass = { List<String> loaded -> loaded.takeWhile { !(it =~ /\bsprings\./) } }
assert springs(beforeItsClass(first[0])) == 0
assert spares.collect { springs(beforeItsClass(it)) > 500 } == [true, true]
