import io.github.isolation.it.Bodies
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// A class that several forks share is one test set, with every test in it once, and the reports are those of stock Surefire
// where the crash and the hang are exceptions.
def jvms = { run, type -> Bodies.of(basedir.toPath(), run).findAll { it.startsWith(type) }*.tokenize(' ')*.last().toUnique().size() }
['3.6.1-6.1.3', '3.2.5-5.9.3'].each { versions ->
  def stock = Reports.of(new File(basedir, "target/reports/stock-$versions").toPath())
  def ours = Reports.of(new File(basedir, "target/reports/ours-$versions").toPath())
  assert stock.cases().size() == 96
  assert stock.cases(Outcome.ERROR).size() == 2
  assert stock.cases(Outcome.FAILED).size() == 1

  def outcomes = { reports -> reports.cases().collect { "${it.id()} ${it.outcome()}" as String }.sort() }
  assert outcomes(ours) == outcomes(stock)
  assert ours.classes() == stock.classes()
  assert ours.suites()*.claimed() == stock.suites()*.claimed()
  assert ours.miscounts() == []
  assert ours.cases(Outcome.ERROR)*.type().sort() == ['io.github.isolation.TimedOut', 'io.github.isolation.WorkerCrashed']

  // Every body ran once: those that run in stock, and no other.
  def bodies = { run -> Bodies.of(basedir.toPath(), run)*.replaceAll(/ \d+$/, '').sort() }
  assert bodies("ours-$versions") == bodies("stock-$versions")
  assert bodies("ours-$versions").toUnique().size() == 95

  // Several JVMs had a part in what may be shared, and one in what may not.
  assert jvms("ours-$versions", 'TroubledTest') > 2
  assert jvms("ours-$versions", 'OrderedTest') == 1
  assert jvms("ours-$versions", 'WholeTest') == 1

  // What a test has printed is filed under it, whichever fork it ran in.
  ours.cases().findAll { it.name() ==~ /t\d\d/ && it.outcome() != Outcome.ERROR }.each { test ->
    assert test.printed().contains("this is ${test.className().substring('splits.'.length())}#${test.name()}")
  }
}

// Of a test that forks share, each invocation has the name and the number that it has in one JVM, and runs once.
def invocations = Reports.of(new File(basedir, 'target/reports/invocations').toPath())
def inOneJvm = Reports.of(new File(basedir, 'target/reports/stock-3.6.1-6.1.3').toPath())
assert invocations.casesOf('InvocationsTest').collect { "${it.id()} ${it.outcome()}" as String }.sort() == inOneJvm.casesOf('InvocationsTest').collect { "${it.id()} ${it.outcome()}" as String }.sort()
assert invocations.miscounts() == []
def ran = Bodies.of(basedir.toPath(), 'invocations')*.replaceAll(/ \d+$/, '')
assert ran.findAll { it.startsWith('InvocationsTest') }.sort() == Bodies.of(basedir.toPath(), 'ours-3.6.1-6.1.3')*.replaceAll(/ \d+$/, '').findAll { it.startsWith('InvocationsTest') }.sort()
assert jvms('invocations', 'InvocationsTest') > 1

// Where the numbers mean something else in another JVM, each has its one result by its name.
assert jvms('invocations', 'ShuffledInvocations') > 1
assert invocations.casesOf('ShuffledInvocations').size() == 16
assert invocations.casesOf('ShuffledInvocations').every { it.outcome() == Outcome.PASSED }
assert ran.findAll { it.startsWith('ShuffledInvocations') }.toUnique().size() == 16
assert Log.of(basedir.toPath()).matching(/.*the invocations of splits\.ShuffledInvocations\.\S+ come in another order in each JVM: .*/).size() == 1

assert jvms('marked', 'MarkedTest') == 2
assert jvms('alone', 'MarkedTest') == 1
def log = Log.of(basedir.toPath())
assert log.matching(/.*take over tests .* \(isolation\.splitClasses\).*/).size() == 4
assert log.summaries().size() == 5
