import io.github.isolation.it.Bodies
import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.MatrixPage
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// From JUnit 5.6 on, all that is promised holds: what is left of a class runs after a crash, inside of invocations as well,
// workers retire and are started ahead, locks hold, failures are tried again.
def log = Log.of(basedir.toPath())
def module = { version -> new File(basedir, "jupiter-$version") }
def reports = { version, run -> Reports.of(new File(module(version), "target/reports/$run").toPath()) }
def bodies = { version, run -> Bodies.of(module(version).toPath(), run) }
def shape = { it -> it.cases().findAll { it.className() != 'old.FixtureTest' }.collect { "${it.id()} ${it.outcome()} ${it.retries()*.kind()}" as String }.sort() }
def differences = { ours, stock -> (shape(ours) - shape(stock)) + (shape(stock) - shape(ours)) }
def crashed = { it.type() == 'io.github.isolation.WorkerCrashed' && it.message() =~ /exit status 3\b/ }
def culprits = ['old.PlainTest#second', 'old.InvocationsTest#parameter(int)[3]', 'old.InvocationsTest#repetition(RepetitionInfo)[3]', 'old.InvocationsTest#factory()[1][3]']
// In CI the first of those, and those that other builds have; the others as well with -Dparity=full.
def known = System.getProperty('parity') == null ? ['5.6.2'] : ['5.6.2', '5.7.2', '5.8.2', '5.10.3', '5.12.2']

def crashes = { version, run, how ->
  def ours = reports(version, run)
  def different = differences(ours, reports(version, 'stock'))
  MatrixPage.note(basedir.toPath(), "JUnit $version: crashes", "Surefire 3.6.1, $how", ours.cases().size(), different.size())
  assert different == []
  assert ours.counts() == new Counts(126, 2, 4, 0)
  assert ours.duplicates() == [] as Set
  assert ours.miscounts() == []
  assert ours.cases(Outcome.ERROR)*.id() as Set == culprits as Set
  assert ours.cases(Outcome.ERROR).every(crashed)
  assert ours.casesOf('FixtureTest')*.outcome() as Set == [Outcome.PASSED, Outcome.FAILED] as Set
  // Nothing ran twice, and nothing is reported that did not run.
  assert bodies(version, run)*.replaceAll(/ in \d+/, '').sort() == bodies(version, 'stock')*.replaceAll(/ in \d+/, '').sort()
  assert new File(module(version), "target/$run-number").text == '100'
}
// Before 5.6 nothing is promised, and one line says so. What there is must be right all the same.
(known + '5.5.2').each { crashes(it, 'reused', 'forkCount 1') }
assert log.matching('a JUnit Platform before 1\\.6').size() == 1

known.each { version ->
  crashes(version, 'fresh', 'forkCount 2, a fresh worker for each class')

  // Retired inside a class by its failure; then what failed and what crashed is tried again.
  def ours = reports(version, 'retires')
  def different = differences(ours, reports(version, 'stock-reruns'))
  MatrixPage.note(basedir.toPath(), "JUnit $version: retirement inside a class, re-runs", 'Surefire 3.2.5, forkCount 1', ours.cases().size(), different.size())
  assert different == []
  assert ours.only('FailsOnceTest', 'second').outcome() == Outcome.PASSED
  assert ours.only('FailsOnceTest', 'second').retries()*.kind() == ['flakyFailure']
  assert crashed(ours.only('PlainTest', 'second'))
  def ran = bodies(version, 'retires')
  assert ran*.replaceAll(/ in \d+/, '').countBy { it } == ['FailsOnce#first': 1, 'FailsOnce#second': 2, 'FailsOnce#third': 1, 'Plain#first': 1, 'Plain#second': 2, 'Plain#third': 1]
  def workers = ['first', 'second', 'third'].collectEntries { name -> [name, ran.findAll { it.startsWith("FailsOnce#$name ") }*.replaceAll(/.* in /, '')] }
  assert workers.first[0] == workers.second[0]
  assert workers.third[0] != workers.second[0] && workers.second[1] != workers.second[0]
}

// What JUnit is configured with is known, by whichever way: one half is in a file, the other in the POM.
assert log.matching('JUnit is to run classes in parallel').size() == known.size()

def trouble = 'run again|did not start|ended unused|had an error before|threw exception|error in the forked process|LauncherSessionListener'
assert log.matching(trouble) == []
// Not a word of the test that warms a worker up.
assert log.matching('WarmUp|lifecycle mode') == []
assert log.matching("FixtureTest.kept failed; its copy of the fixture 'data' is kept").size() == known.size() * 2 + 1
def summaries = log.summaries()
assert summaries.size() == known.size() * 3 + 1
assert summaries.every { it.contains(' 0 timeouts, 0 not run') }
def left = []
basedir.traverse(nameFilter: ~/null-output\.txt|.*\.dump(stream)?/) { left << it }
assert left == []
MatrixPage.write(basedir.parentFile, new File(basedir.parentFile.parentFile, 'site/matrix.md'))

// The page of the site knows of all of them.
assert (known + '5.5.2').collect { "JUnit $it: crashes" as String } - MatrixPage.subjects(new File(basedir, '../../../../src-site/matrix.md')) == []
