import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Processes
import io.github.isolation.it.Reports
import io.github.isolation.record.ClassFact
import io.github.isolation.record.EndFact
import io.github.isolation.record.RecordReader
import io.github.isolation.record.RunFact
import groovy.xml.XmlSlurper
import java.time.Duration

// What waits for its class to end needs no temporary files, nor does the socket: nothing is lost.
def reports = Reports.of(new File(basedir, 'target/reports/no-temporary-files').toPath())
assert reports.counts() == new Counts(4, 0, 0, 0)
assert reports.duplicates() == [] as Set
assert reports.miscounts() == []
def chatty = new XmlSlurper().parse(new File(basedir, 'target/reports/no-temporary-files/TEST-trouble.ChattyTest.xml'))
assert chatty.testcase.'system-out'.text().count('x') == 3_000_000

def log = Log.of(basedir.toPath())
assert log.summaries().size() == 2
assert log.summaries()[0].contains('isolation: 4 tests in 2 forks, 2 workers, 0 crashes, 0 timeouts, 0 not run')
assert log.matching('port of the loopback interface').isEmpty()

// Where what a class prints finds no place at all, its results do: one error says which place, and why.
def without = Reports.of(new File(basedir, 'target/reports/no-place').toPath())
assert without.counts() == new Counts(5, 0, 1, 0)
assert without.duplicates() == [] as Set
assert without.miscounts() == []
def lost = without.cases(Outcome.ERROR)[0]
assert lost.id() == 'trouble.ChattyTest#executionError'
assert lost.type() == 'io.github.isolation.OutputLost'
assert lost.message() =~ /target\/isolation\/runs\/\w+\/held-\d+\.events: .*something of this name is there already/
assert log.summaries()[1].contains('isolation: 5 tests in 2 forks, 2 workers, 0 crashes, 0 timeouts, 0 not run')

// A supervisor that is killed cannot say what was running; the build does.
def gone = log.matching('^\\[ERROR\\] isolation: a supervisor was gone before it could say why')
assert gone.size() == 1
assert gone[0] =~ /Then there ran, and have no results: (trouble\.QuietTest, )?trouble\.KillsItsSupervisorTest(, trouble\.QuietTest)?\. /

// And its record is there: what it had begun, and no end.
def records = new File(basedir, 'target/isolation/runs').listFiles().collect { new File(it, 'record.jsonl') }.findAll { it.isFile() }
def cut = records.collect { RecordReader.read(it.toPath()) }.findAll { !(it.last() instanceof EndFact) }
assert cut.size() == 1
assert cut[0].first() instanceof RunFact
assert cut[0].any { it instanceof ClassFact && it.className() == 'trouble.KillsItsSupervisorTest' }

// Its report says so on top. The run after it has lost its record with its directory, and left that page alone.
def top = new File(basedir, 'target/isolation/report/index.html').text.find('(?s)<header>.*</header>')
assert top.contains('The record was cut.')
assert log.matching('isolation: the report of .* could not be made').isEmpty()
assert Processes.leftAfter(Duration.ofSeconds(60), basedir.path) == []
