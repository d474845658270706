import io.github.isolation.it.Bodies
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// Each class once; the one that the listener kept from beginning is an error that says so. Once the second ran twice, and the third never.
['one-fork', 'two-forks', 'archive'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  // In a plan of several classes JUnit's engine fails besides, under its own name, if nobody has heard yet that the next one starts.
  assert reports.classes() as Set == (run == 'one-fork' ? ['JUnit Jupiter'] : []) + (1..6).collect { "bug.C${it}Test" as String } as Set : run
  (1..6).each { number ->
    def cases = reports.casesOf("C${number}Test")
    assert cases*.name() == ['runs'] : run
    assert cases[0].outcome() == (number == 3 ? Outcome.ERROR : Outcome.PASSED) : "$run $number"
  }
  assert reports.only('C3Test', 'runs').type() == 'io.github.isolation.NotRun' : run
  assert reports.only('C3Test', 'runs').message().contains('the engine failed before the first test of this class: java.lang.IllegalStateException: no warnings') : run
  assert Bodies.of(basedir.toPath(), run).sort() == ['C1Test', 'C2Test', 'C4Test', 'C5Test', 'C6Test'] : run
  assert reports.miscounts() == [] : run
}
def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 3
assert summaries.every { it.contains(' 0 crashes, 0 timeouts, 1 test not run') }
