import io.github.isolation.it.Bodies
import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Reports

// L14, L15, L16: a worker that ends at once after a failure takes nothing of the failure's report with it, and is no crash.
def reports = Reports.of(new File(basedir, 'target/reports/immediately').toPath())
assert reports.classes().size() == 10
assert reports.counts() == new Counts(100, 100, 0, 0)
assert reports.duplicates() == [] as Set
assert reports.miscounts() == []
reports.cases().each { failed ->
  def id = failed.id()
  assert failed.type() == 'org.opentest4j.AssertionFailedError'
  assert failed.message() == "$id fails.\n" + "$id\n" * 200 + "That was $id"
  assert failed.text().contains("at failures.TenFailures.${failed.name()}(")
}

// No body ran twice.
def bodies = Bodies.of(basedir.toPath(), 'immediately')
assert bodies.size() == 100 && bodies as Set == reports.ids() as Set

def summary = Log.of(basedir.toPath()).summaries()
assert summary.size() == 1
assert summary[0].contains('isolation: 100 tests in 2 forks')
assert summary[0].contains(' 0 crashes, 0 timeouts, 0 not run')
assert (summary[0] =~ /(\d+) retired after a failure/)[0][1].toInteger() > 50
