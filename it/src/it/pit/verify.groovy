import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports
import javax.xml.parsers.DocumentBuilderFactory

// PIT's tests passed in its own JVMs, so it had a look at what becomes of a changed Sum.
def mutations = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(basedir, 'target/pit-reports/mutations.xml')).getElementsByTagName('mutation')
assert mutations.length >= 1
assert (0..<mutations.length).every { mutations.item(it).getAttribute('status') == 'KILLED' && mutations.item(it).textContent.contains('pit.SumTest') }
def inPit = Notes.of(basedir.toPath(), 'default')*.seen()
assert !inPit.isEmpty()
assert inPit.every { it['needed'] == 'yes' && !it.containsKey('env.ISOLATION_SUPERVISOR') }

// A goal of Surefire's that is called by name is supervised all the same.
['by-name', 'of-no-pom'].each { run ->
  assert Reports.of(new File(basedir, "target/reports/$run").toPath()).only('SumTest', 'adds').outcome() == Outcome.PASSED : run
  assert Notes.of(basedir.toPath(), run).first().seen().containsKey('env.ISOLATION_SUPERVISOR') : run
}
assert Log.of(basedir.toPath()).summaries().size() == 2
assert Log.of(basedir.toPath()).summaries().every { it.contains(': 1 test in 2 forks, 1 worker, 0 crashes, 0 timeouts, 0 not run') }
