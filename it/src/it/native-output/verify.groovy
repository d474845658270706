import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Reports

['stock', 'one-fork', 'two-forks'].each { run ->
  assert Reports.of(new File(basedir, "target/reports/$run").toPath()).counts() == new Counts(1, 0, 0, 0) : run
}

// For stock Surefire it is a corrupted channel, and the line is gone; here it is a line, whole, and once.
def log = Log.of(basedir.toPath())
assert log.matching('Corrupted channel').size() == 1
assert log.matching('a line from Java').size() == 3
assert log.matching('a line from outside').size() == 2
assert log.matching('another one').size() == 3
