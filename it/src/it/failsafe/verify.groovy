import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// Failsafe is wired as Surefire is, and its own summary, which decides about the build, counts the crash as the one error.
['one-fork', 'two-forks'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.classes().size() == 6
  assert reports.counts() == new Counts(18, 0, 1, 0)
  assert reports.duplicates() == [] as Set
  assert reports.miscounts() == []
  assert reports.cases(Outcome.ERROR)*.id() == ['halts.ThreeTest#second']

  def summary = new groovy.xml.XmlSlurper().parse(new File(basedir, "target/reports/$run/failsafe-summary.xml"))
  assert summary.completed.text() == '18'
  assert summary.errors.text() == '1'
  assert summary.failures.text() == '0'

  assert Notes.of(basedir.toPath(), run).every { it.get('isolation.fork') in ['1', '2'] }
}
assert new File(basedir, 'target/isolation/forks/1/tmp').isDirectory()
assert new File(basedir, 'target/isolation/forks/2/tmp').isDirectory()

def log = Log.of(basedir.toPath())
assert log.summaries().size() == 2
assert log.summaries().every { it.contains(' 1 crash,') }
// It was the verify goal that failed the builds, on the grounds of the reports.
assert log.matching('Failed to execute goal org.apache.maven.plugins:maven-failsafe-plugin:[^:]*:verify').size() == 2
assert log.matching('The forked VM terminated') == []
