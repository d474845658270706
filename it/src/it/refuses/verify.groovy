import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Parity
import io.github.isolation.it.Reports

// What we cannot work with is left alone, and one line says what it is.
def reports = ['stock', 'other-factory', 'old-fork', 'too-old-a-surefire'].collectEntries { [it, Reports.of(new File(basedir, "target/reports/$it").toPath())] }
assert reports.stock.counts() == new Counts(2, 0, 0, 0)
['other-factory', 'old-fork', 'too-old-a-surefire'].each { run ->
  assert Parity.between(reports.stock, reports[run]) == [] : run
  assert Notes.of(basedir.toPath(), run).every { it.get('isolation.fork') == null } : run
}

def log = Log.of(basedir.toPath())
assert log.summaries() == []
assert log.matching('isolation: not in force here, because another channel factory is on the class path \\(refuses.OtherFactory\\)').size() == 1
assert log.matching('isolation: not in force here, because the tests run on Java 11, and 17 is the oldest that works. They run in one fork').size() == 1
assert log.matching('isolation: not in force for maven-surefire-plugin \\(default-test\\) of refuses: version 3.2.3 is too old; write <version>[\\d.]+</version> in line \\d+ of .*/common/pom.xml\\. Its tests run').size() == 1
assert log.matching('isolation: not in force').size() == 3
