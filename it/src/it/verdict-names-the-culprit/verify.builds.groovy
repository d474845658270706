import groovy.json.JsonSlurper
import io.github.isolation.it.Counts
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
def records = new File(basedir, 'target/isolation/runs').listFiles().collect { new File(it, 'record.jsonl').readLines().collect { new JsonSlurper().parseText(it) } }
    .sort { it[0].startedAt }
assert records.size() == 4
def log = new File(basedir, 'build.log').readLines()

// Nothing of it changes the result: the same cases, each once, with the verdict and without.
assert reports('without').counts() == new Counts(22, 4, 1, 0)
assert reports('with').counts() == reports('without').counts()
assert reports('with').cases(Outcome.FAILED)*.id() == reports('without').cases(Outcome.FAILED)*.id()
assert reports('with').cases(Outcome.ERROR)*.id() == ['verdict.ZCrashesTest#crashes']
assert reports('with').duplicates() == [] as Set
assert log.findAll { it.contains('Tests run: 22, Failures: 4, Errors: 1, Skipped: 0') }.size() == 2
assert records*.last()*.verdict == ['failed', 'failed', 'failed', 'passed']
assert records*.last()*.tests == [22, 22, 5, 0]

// Without being asked, nobody makes trials.
assert records[0].findAll { it.what in ['trial', 'verdict'] } == []
assert !log.takeWhile { !it.contains('isolation: verdict: looking') }.any { it.contains('polluted') }

// Each failure has its reason, in the record and on the console.
def record = records[1]
def verdicts = record.findAll { it.what == 'verdict' }
assert verdicts.collectEntries { [it.class, it.label] } == [
    'verdict.AbLooksTest': 'clashes with verdict.AaHoldsTest',
    'verdict.VSuffersTest': 'polluted by verdict.BPollutesTest.leavesSomethingBehind',
    'verdict.WSuffersFromTwoTest': 'polluted by verdict.CLeftTest and verdict.CRightTest',
    'verdict.XFailsAloneTest': 'fails alone',
    'verdict.ZCrashesTest': 'crashed the JVM',
]
assert verdicts.size() == 5
verdicts.each { verdict ->
  def line = "isolation: verdict: ${verdict.class}.${verdict.name}: ${verdict.label} (${verdict.seen}). See it again: ${verdict.again}"
  assert log.count { it.endsWith(line) } == 1 : verdict
}
def of = { name -> verdicts.find { it.class == "verdict.$name" as String } }
assert of('VSuffersTest').seen == 'fails after it in 4 of 4 runs, passes alone in 4 of 4'
assert of('XFailsAloneTest').again == 'mvn test -Dtest=verdict.XFailsAloneTest#fails'
// What culprit and victim have to do with each other, and in which lines; a static field has none.
def lineOf = { name, text -> new File(basedir, "src/test/java/verdict/${name}.java").readLines().findIndexOf { it.contains(text) } + 1 }
assert of('VSuffersTest').shared.size() == 1
assert of('VSuffersTest').shared[0].startsWith('verdict.State.dirty: verdict.BPollutesTest.leavesSomethingBehind changes it: ')
assert of('AbLooksTest').shared.any { it.startsWith("target/seen: verdict.AaHoldsTest.holds deletes, at verdict.AaHoldsTest.holds(AaHoldsTest.java:${lineOf('AaHoldsTest', 'deleteIfExists(SEEN)')})" as String) }
assert of('XFailsAloneTest').shared == null
verdicts.each { verdict -> (verdict.shared ?: []).each { thing -> assert log.count { it.endsWith("isolation: verdict:   over $thing" as String) } >= 1 } }
assert !log.any { it.contains('what tests share is not always named') }
assert of('ZCrashesTest').seen == 'alone as well, in 2 of 2 runs'

// All trials are there, and none of what they ran is among the tests.
def trials = record.findAll { it.what == 'trial' }
assert trials*.number == (1..trials.size())
assert trials.every { it.lanes.size() in [1, 2] && !it.problem }
assert record.findAll { it.what == 'test' }.size() == 22
assert record.findAll { it.what == 'class' && it.class == 'verdict.VSuffersTest' }.size() == 1
def workers = trials.sum { it.lanes.size() }
assert log.count { it.contains("isolation: verdict: $workers worker runs for 5 failures") } == 1
assert record.findIndexOf { it.what == 'trial' } > record.findLastIndexOf { it.what == 'test' }

// In another order, or with another number of forks, the polluted test passes; all else is the same. No runs are left to say why.
assert reports('proof').counts() == new Counts(5, 1, 0, 0)
assert log.count { it.contains('isolation: proof: 1 of 5 results not the same with 1, 2 forks, each in 3 orders (6 runs, ') } == 1
assert log.count { it.contains('isolation: proof: verdict.VSuffersTest.passesWhereNobodyWasBefore: failed in this run, passed with ') } == 1
def ofProof = records[2].findAll { it.what == 'verdict' }
assert ofProof*.label == ['not decided in 0 runs']
assert log.count { it.contains('isolation: verdict: 0 worker runs for 1 failure; 1 not decided. More time') } == 1
assert records[2].findAll { it.what == 'test' }.size() == 5

// From a record alone, the goal finds it out, and nothing is run for Maven.
def ofGoal = records[3].findAll { it.what == 'verdict' }
assert ofGoal*.label == ['polluted by verdict.BPollutesTest.leavesSomethingBehind']
assert ofGoal*.class == ofProof*.class
assert records[3].findAll { it.what in ['test', 'class'] } == []
assert log.count { it.contains("isolation: verdict: what failed in ${new File(basedir, 'target/isolation/runs').canonicalPath}/${records[2][0].run}/record.jsonl") } == 1
assert !new File(basedir, 'target/reports/goal').exists() || !new File(basedir, 'target/reports/goal').list().any { it.endsWith('.xml') }

// The command shows it again: three classes instead of all, in one worker.
def again = of('WSuffersFromTwoTest').again.split(' ').toList()
assert again.take(2) == ['mvn', 'test']
def build = MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, 'again', again.drop(1))
assert build.exitCode() == 1
assert reports('again').classes().toSet() == ['verdict.CLeftTest', 'verdict.CRightTest', 'verdict.WSuffersFromTwoTest'] as Set
assert reports('again').cases(Outcome.FAILED)*.id() == ['verdict.WSuffersFromTwoTest#bearsOneOfThem']
