import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Records
import io.github.isolation.it.Reports
import io.github.isolation.record.*

// Of the builds that clean, the records of the last two stay: the last one, and keepRuns=1 before it.
def history = new File(basedir, 'history/io.github.isolation.it/record-of-a-run')
def kept = new File(history, 'records').list().sort()
assert kept.size() == 2
assert kept.every { it ==~ /\d{15}-[0-9a-f]{8}\.jsonl/ }
assert new File(history, 'class-times').readLines()*.replaceAll(/^\d+ /, '').toSet() ==
  ['WritesA', 'WritesB', 'WritesC', 'WritesD', 'Fails', 'Leaks'].collect { "recorded.${it}Test" as String }.toSet()
assert !new File(history, 'records').list().any { it.endsWith('.tmp') }

// Without a clean, target keeps the last build's and one before it.
def runs = new File(basedir, 'target/isolation/runs').listFiles().findAll { new File(it, 'record.jsonl').isFile() }
assert runs.size() == 2

def facts = RecordReader.read(new File(history, "records/${kept[1]}").toPath())
def all = { kind -> facts.findAll { kind.isInstance(it) } }
def run = facts[0]
assert run instanceof RunFact
assert run.module() == 'io.github.isolation.it:record-of-a-run'
assert run.execution() == 'default-test'
assert run.surefire() ==~ /maven-surefire-plugin \d\.\d.*/
assert run.isolation() ==~ /\d+\.\d+\.\d+.*/
assert run.java().startsWith(System.getProperty('java.version'))
assert run.forks() == 2
assert run.reports() == new File(basedir, 'target/reports/default').canonicalPath
assert run.settings().collect { "${it.name()}=${it.value()} (${it.from()})" as String }.toSet() == [
  'isolation.crossForkLocks=true (POM)',
  'isolation.testTimeout=2s (POM)',
  "isolation.historyDirectory=history (command line)",
  'isolation.keepRuns=1 (command line)']*.toString().toSet()

// A line for each result, and each says where it comes from.
def tests = all(TestFact)
assert tests.collect { "${it.className()}.${it.name()} ${it.outcome()} ${it.ours()}" as String }.toSet() == [
  'recorded.WritesATest.writes passed false',
  'recorded.WritesATest.isSkipped skipped false',
  'recorded.WritesBTest.writes passed false',
  'recorded.WritesCTest.writes passed false',
  'recorded.WritesDTest.writes passed false',
  'recorded.FailsTest.fails failed false',
  'recorded.LeaksTest.leaves passed false',
  'recorded.DiesTest.dies error true',
  'recorded.HangsTest.hangs error true'].toSet()
assert tests.size() == 9
def test = { name -> tests.find { it.name() == name } }
assert test('isSkipped').displayName() == 'a "name" \\ for people'
assert test('isSkipped').message() == 'not today'
assert test('fails').message().contains('numbers')
assert test('fails').stack().contains('at recorded.FailsTest.fails(FailsTest.java:')
assert test('fails').output() == 'the last words of a test\n'
assert test('writes').id() =~ /^\[engine:junit-jupiter]\/\[class:recorded\.Writes[A-D]Test]\/\[method:writes\(\)]$/
assert tests.every { it.worker() > 0 && it.fork() in [1, 2] }

// What was handed out was given back, each class once, and each worker's places are counted from 1.
def handed = all(ClassFact)
assert handed*.className().sort() == ['Dies', 'Fails', 'Hangs', 'Leaks', 'WritesA', 'WritesB', 'WritesC', 'WritesD'].collect { "recorded.${it}Test" as String }
assert all(ClassEndFact)*.className().sort() == handed*.className().sort()
assert handed.every { it.part() == 'whole' && it.attempt() == 1 }
handed.groupBy { it.worker() }.each { worker, classes -> assert classes*.place() == (1..classes.size()).toList() }
assert all(ClassEndFact).find { it.className() == 'recorded.FailsTest' }.output() == 'the last words of a test'.size()

// Each worker that was started has ended, and why is said.
def workers = all(WorkerFact).groupBy { it.worker() }
assert workers.every { number, states -> states.first().state() == 'started' && states.last().state() == 'ended' }
def ends = all(WorkerFact).findAll { it.state() == 'ended' }
assert ends.count { it.how() == 'crashed' && it.exit() == 7 && it.why() == 'exit status 7' } == 1
assert ends.count { it.how() == 'timed out' && it.why().startsWith('recorded.HangsTest.hangs took longer than 2.0 s') } == 1
assert ends.count { it.how() == 'finished' && it.exit() == 0 } == 2
assert ends.size() == 4

// Of those that want one lock, some have waited for others.
assert all(WaitFact).any { it.what() == "the lock 'file' to write" && it.className() =~ /^recorded\.Writes/ && it.millis() >= 10 }
assert all(LeakFact).collect { it.things() }.flatten().any { it.contains('left-behind') }
assert all(FixturesFact)*.fork().toSet() == [1, 2].toSet()
assert all(NoticeFact).any { it.level() == 'warning' && it.text().startsWith('isolation: the worker of fork ') && it.text().contains('recorded.DiesTest.dies') }

def end = facts.last()
assert end instanceof EndFact
assert [end.tests(), end.failures(), end.errors(), end.skipped(), end.verdict()] == [9, 1, 2, 1, 'failed']
assert Log.of(basedir.toPath()).summaries().any { it.contains(end.summary()) }

// How far it is, a line every so often; from the second build on with how long it is going to take.
def log = Log.of(basedir.toPath())
def progress = log.matching(/^\[INFO\] isolation: \d+ of 8 classes done after /)
assert progress.any { it ==~ /.* isolation: [1-7] of 8 classes done after (\d+ s|\d+:\d\d min)(, [1-3] failed tests?)?; running: recorded\.\w+Test for (\d+ s|\d+:\d\d min).*/ }
assert progress.any { it =~ /, about (\d+ s|\d+:\d\d min) left/ }
assert progress.findAll { it =~ /, about (\d+ s|\d+:\d\d min) left/ }.size() < progress.size()
assert progress.any { it.contains('recorded.HangsTest for ') }
