import io.github.isolation.it.Bodies
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// L22, L24: what is left of a class runs, what has run does not run again, and the reports are those of stock Surefire where
// each crash is an exception.
def crashes = 12
['3.6.1-6.1.3', '3.2.5-5.9.3'].each { versions ->
  def stock = Reports.of(new File(basedir, "target/reports/stock-$versions").toPath())
  def ours = Reports.of(new File(basedir, "target/reports/ours-$versions").toPath())
  assert stock.cases().size() == 66
  assert stock.cases(Outcome.ERROR).size() == crashes

  def outcomes = { reports -> reports.cases().collect { "${it.id()} ${it.outcome()}" as String }.sort() }
  assert outcomes(ours) == outcomes(stock)
  assert ours.classes() == stock.classes()
  assert ours.suites()*.claimed() == stock.suites()*.claimed()
  assert ours.miscounts() == []
  assert ours.cases(Outcome.ERROR).every { it.type() == 'io.github.isolation.WorkerCrashed' && it.message() =~ /exit status 3\b/ }

  // Every body ran once: those that run in stock, and no other.
  assert Bodies.of(basedir.toPath(), "ours-$versions").sort() == Bodies.of(basedir.toPath(), "stock-$versions").sort()
  assert Bodies.of(basedir.toPath(), "ours-$versions").toUnique().size() == 64
}
def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 2
assert summaries.every { it =~ / $crashes crashes, 0 timeouts, 0 not run/ }
