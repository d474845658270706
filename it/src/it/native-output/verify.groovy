import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Reports

assert Reports.of(new File(basedir, 'target/reports/stock').toPath()).counts() == new Counts(1, 0, 0, 0)
['one-fork', 'two-forks'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.counts() == new Counts(52, 0, 0, 0) : run
  // Whose line it is was on its way from the worker when the line was written.
  assert reports.only('prints.PrintsAtOnceTest', 'printsAtOnce').printed() == 'a line of this test\n' : run
}

// For stock Surefire it is a corrupted channel, and the line is gone; here it is a line, whole, and once.
def log = Log.of(basedir.toPath())
assert log.matching('Corrupted channel').size() == 1
assert log.matching('a line from Java').size() == 3
assert log.matching('a line from outside').size() == 2
assert log.matching('another one').size() == 3

// What belongs to no test stands there as it was printed, as with stock.
assert log.matching('^(openjdk|java) version').size() == 1 + 1 + 2
assert log.matching('^.+(openjdk|java) version').empty
