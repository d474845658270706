import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.github.isolation.it.Counts
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def read = { file -> file.readLines().collect { new JsonSlurper().parseText(it) } }
def known = [] as Set
// The records of the runs since the last time, the first one first.
def records = {
  def news = new File(basedir, 'target/isolation/runs').listFiles().findAll { known.add(it.name) }
  news.collect { read(new File(it, 'record.jsonl')) }.sort { it[0].startedAt }
}
// For each fork, what each of its workers ran, one worker after the other.
def workers = { record ->
  record.findAll { it.what == 'class' && it.part == 'whole' }.groupBy { it.fork }
    .collectEntries { fork, classes -> [fork, classes.groupBy { it.worker }.values().collect { it*.class }] }
}
def maven = { run, List<String> arguments -> MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, run, arguments) }
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
def ranNothing = { run -> !new File(basedir, "target/reports/$run").list().any { it.endsWith('.xml') } }
def victim = 'replays.C17SuffersTest#passesWhereNobodyWasBefore'

// One order has a failure, in a fork with at least two workers; the other has none.
assert reports('ci').counts() == new Counts(21, 1, 0, 0)
assert reports('ci').cases(Outcome.FAILED)*.id() == [victim]
assert reports('other-order').counts() == new Counts(21, 0, 0, 0)
def first = records()
assert first.size() == 2
def ci = first[0]
assert workers(ci).keySet() == [1, 2, 3, 4] as Set
assert workers(ci).values().flatten().size() == 20
assert workers(ci).values()*.size().max() >= 2
assert workers(first[1]) != workers(ci)

// What CI has uploaded is all that one needs: it is no file of this directory's.
def upload = new File(basedir, 'from-ci.jsonl')
upload.text = ci.collect { JsonOutput.toJson(it) }.join('\n')

// The run again, by somebody with another number of forks, another order and no wish for fresh workers: it fails. With -Dreplays=10, that is
// tried ten times.
(1..Integer.getInteger('replays', 1)).each { number ->
  def run = "replay-$number" as String
  def build = maven(run, ['test', '-Disolation.replay=from-ci.jsonl', '-DforkCount=3', '-Dsurefire.runOrder=reversealphabetical'])
  assert build.exitCode() == 1
  assert reports(run).counts() == new Counts(21, 1, 0, 0)
  assert reports(run).cases(Outcome.FAILED)*.id() == [victim]
  assert reports(run).duplicates() == [] as Set
  def replayed = records()
  assert replayed.size() == 1
  assert workers(replayed[0]) == workers(ci)
  assert replayed[0][0].forks == 4
  def retired = replayed[0].findAll { it.what == 'worker' && it.how == 'retired' }
  assert retired*.why.unique() == ['for the replay']
  assert retired.size() == workers(ci).values().sum { it.size() - 1 }
  assert build.lines('isolation: forkCount is 4 for the replay, as in the record, and not 3').size() == 1
  assert build.lines("isolation: replay of run ${ci[0].run}: 20 classes in ${workers(ci).values()*.size().sum()} workers and 4 forks").size() == 1
  assert build.lines('left out').isEmpty()
}

// The worker with the failure alone, in one fork, up to there; a goal that is called by name runs the same tests.
def failing = ci.find { it.what == 'test' && it.outcome == 'failed' }.worker
def upTo = ci.findAll { it.what == 'class' && it.worker == failing }*.class
assert upTo.last() == 'replays.C17SuffersTest'
assert upTo.contains('replays.C03PollutesTest')
def one = maven('worker', ['surefire:test', "-Disolation.replay=from-ci.jsonl#worker=$failing" as String, '-DforkCount=2'])
assert one.exitCode() == 1
assert reports('worker').cases(Outcome.FAILED)*.id() == [victim]
assert reports('worker').classes().toSet() == upTo.toSet()
def ofOne = records()
assert ofOne.size() == 1
assert workers(ofOne[0]) == [1: [upTo]]
assert ofOne[0][0].forks == 1
assert one.lines("isolation: replay of worker $failing of run ${ci[0].run}: ${upTo.size()} classes in 1 worker and 1 fork, up to replays.C17SuffersTest, where a test failed then").size() == 1

// What failed last, which passes by itself.
def rerun = maven('rerun', ['test', '-Disolation.rerun=failed', '-DforkCount=2'])
assert rerun.exitCode() == 0
assert reports('rerun').counts() == new Counts(2, 0, 0, 0)
assert reports('rerun').classes() == ['replays.C17SuffersTest']
assert rerun.lines("isolation: rerun: what failed in run ${ofOne[0][0].run} of ").size() == 1
def ofRerun = records()
assert ofRerun.size() == 1
assert workers(ofRerun[0]).values().toList() == [[['replays.C17SuffersTest']]]

// Now nothing has failed, so nothing is run, twice, also where there have to be tests.
['nothing', 'nothing-again'].each { run ->
  def nothing = maven(run, ['test', '-Disolation.rerun=failed', '-DfailIfNoTests=true'])
  assert nothing.exitCode() == 0
  assert nothing.lines("isolation: rerun: nothing failed in run ${ofRerun[0][0].run} of ").size() == 1
  assert ranNothing(run)
  assert records().every { record -> !record.any { it.what == 'class' } }
}

// A class of the record that there is no more, and two of this build that the record does not know.
def older = new File(basedir, 'older.jsonl')
def without = ['replays.C05Test', 'replays.C06Test']
older.text = ci.findAll { !without.contains(it.class) }.collect { fact ->
  JsonOutput.toJson(fact.what == 'run' ? fact + [classes: fact.classes - without] : fact)
}.join('\n').replace('replays.C20Test', 'replays.GoneTest')
def differs = maven('differs', ['test', "-Disolation.replay=${older.absolutePath}" as String, '-DforkCount=2', '-Dmaven.test.failure.ignore'])
assert differs.exitCode() == 0
assert reports('differs').cases(Outcome.FAILED)*.id() == [victim]
assert reports('differs').classes().toSet() == workers(ci).values().flatten().toSet() - without - 'replays.C20Test'
assert differs.lines('isolation: in the record, but not in this build: replays.GoneTest').size() == 1
assert differs.lines('isolation: left out: 3 classes that the record does not know, 0 that no worker had in that run').size() == 1
assert records().size() == 1

// A record of tests that this build does not come to: nothing is run, and that is no success.
new File(basedir, 'failsafe.jsonl').text = upload.text.replace('maven-surefire-plugin ', 'maven-failsafe-plugin ')
def notReached = maven('not-reached', ['test', '-Disolation.replay=failsafe.jsonl'])
assert notReached.exitCode() == 1
assert notReached.lines('isolation: nothing was replayed: the record is of maven-failsafe-plugin (default-test) of io.github.isolation.it:replays-a-run').size() >= 1
assert records() == []

// What cannot be replayed is an error that names the file, and nothing is run.
new File(basedir, 'other.jsonl').text = upload.text.replace('replays-a-run"', 'elsewhere"')
def refused = [
  'other.jsonl': 'other.jsonl is of the module io.github.isolation.it:elsewhere, and this is a build of io.github.isolation.it:replays-a-run; start Maven where that module is',
  'pom.xml': 'pom.xml, line 1: ',
  'missing.jsonl': 'there is no file missing.jsonl, seen from ',
  'from-ci.jsonl#worker=99': "worker 99 had a class in ${upload.canonicalPath}; those that had one: ",
  'from-ci.jsonl#worker=one': "'from-ci.jsonl#worker=one' names no worker; write path/to/record.jsonl#worker=7",
]
refused.each { path, message ->
  def build = maven('refused', ['test', "-Disolation.replay=$path" as String])
  assert build.exitCode() == 1
  assert build.lines(message).size() >= 1 : path
  assert records() == []
  assert !new File(basedir, 'target/reports/refused').exists() || ranNothing('refused')
}
def both = maven('refused', ['test', '-Disolation.replay=from-ci.jsonl', '-Disolation.rerun=failed'])
assert both.exitCode() == 1
assert both.lines('each say what is run; set one of them').size() >= 1
assert records() == []
