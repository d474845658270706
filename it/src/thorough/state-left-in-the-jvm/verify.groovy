import groovy.json.JsonSlurper
import io.github.isolation.it.Counts
import io.github.isolation.it.Coverage
import io.github.isolation.it.Log
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Reports

// Of each kind of state that tests leave in their JVM: the audit names it, who leaves it and in which line, and confirms it by a test
// that minds; and where that one fails, the verdict names who it was. With JaCoCo and Mockito's inline mocks in the same JVMs.
def line = { String name, String method = 'pollutes' ->
  def number = new File(basedir, "src/test/java/state/${name}.java").readLines().findIndexOf { it.endsWith('// here') } + 1
  assert number > 0
  "state.${name}.${method}(${name}.java:${number})" as String
}
def classes = new File(basedir, 'src/test/java/state').list().findAll { it.endsWith('Test.java') }*.replace('.java', '')
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }

// What is left, by whom, and in which line; who minds. A field has no line, and neither has a bean.
def kinds = [
  ['state.Registry.NAMES', 'CollectionPollutesTest', '', 'CollectionLooksTest'],
  ['state.Catalogue.INSTANCE', 'SingletonPollutesTest', '', 'SingletonLooksTest'],
  ['the system property state.mode', 'PropertyPollutesTest', line('PropertyPollutesTest'), 'PropertyLooksTest'],
  ['the default locale', 'LocalePollutesTest', line('LocalePollutesTest'), 'LocaleLooksTest'],
  ['the default time zone', 'ZonePollutesTest', line('ZonePollutesTest'), 'ZoneLooksTest'],
  ['the security providers', 'ProviderPollutesTest', line('ProviderPollutesTest'), 'ProviderLooksTest'],
  ['System.in', 'StreamPollutesTest', line('StreamPollutesTest'), 'StreamLooksTest'],
  ['System.err', 'OutputPollutesTest', line('OutputPollutesTest'), 'OutputLooksTest'],
  ['the MBeans', 'BeanPollutesTest', '', 'BeanLooksTest'],
  ["the thread 'poller' of state.ThreadPollutesTest.pollutes", 'ThreadPollutesTest', line('ThreadPollutesTest', 'poll'), 'ThreadLooksTest'],
]
def pair = [
  ['state.Switches.left', 'PairPollutesLeftTest'],
  ['state.Switches.right', 'PairPollutesRightTest'],
]
def everyKindIsConfirmed = { String directory ->
  def findings = new JsonSlurper().parse(new File(basedir, "$directory/audit/audit.json")).findings
  def of = { String resource ->
    def all = findings.findAll { it.resource == resource }
    assert all.size() == 1 : "$resource: $all"
    all[0]
  }
  kinds.each { resource, polluter, where, victim ->
    def finding = of(resource)
    def first = finding.witnesses[0]
    assert first.test == "state.${polluter}.pollutes"
    assert first.line == where
    assert finding.tried == ["state.${victim}.looks failed after state.${polluter} in 4 of 4 runs, passed alone in 4 of 4; it fails at ${line(victim, 'looks')}" as String] : resource
    assert finding.status == 'confirmed' : resource
    assert finding.section == (resource.startsWith('the thread') ? 'Threads still at work in another class' : 'State left in the JVM')
    assert finding.remedy
  }
  // Two that do it only together are both to blame.
  pair.each { resource, polluter ->
    assert of(resource).witnesses*.test == ["state.${polluter}.pollutes" as String]
    assert of(resource).status == 'confirmed'
    assert of(resource).tried.size() == 1
    assert of(resource).tried[0] ==~ /state\.PairLooksTest\.looks failed after state\.PairPollutes(Left|Right)Test and state\.PairPollutes(Left|Right)Test in 4 of 4 runs, passed alone in 4 of 4; it fails at state\.PairLooksTest\.looks\(PairLooksTest\.java:\d+\)/
  }
  // Whoever needs another one passes in the usual order; without it, it fails.
  assert of('state.Switches.ready').witnesses*.test == ['state.BrittleHelpsTest.helps']
  assert of('state.Switches.ready').tried == [
    "state.BrittleNeedsTest.needs passed after state.BrittleHelpsTest in 4 of 4 runs, failed alone in 4 of 4; it fails at ${line('BrittleNeedsTest', 'needs')}" as String]
  assert of('state.Switches.ready').status == 'confirmed'
  // And nothing else, whatever JaCoCo and Mockito do.
  def expected = kinds*.first() + pair*.first() + ['state.Switches.ready']
  assert findings.findAll { it.section != 'State left in the JVM that is probably harmless' }*.resource as Set == expected as Set
  assert !findings.any { finding -> finding.witnesses.any { it.test.contains('MocksTest') } }
}
everyKindIsConfirmed('target/isolation')
assert reports('audit').counts() == new Counts(classes.size(), 0, 0, 0)
def log = Log.of(basedir.toPath())
assert log.matching(/isolation: audit: trying out 13 candidates, in workers of their own$/).size() == 1
assert log.matching(/isolation: audit: 13 of 13 candidates confirmed, by \d+ worker runs$/).size() == 1
assert log.matching(/isolation: audit: State left in the JVM: 12, Threads still at work in another class: 1 \(13 confirmed, 0 candidates\)/).size() == 1

// The other way round, whoever minds fails, and is told of whom, over what, and in which line.
def runs = new File(basedir, 'target/isolation/runs').listFiles()
    .findAll { new File(it, 'record.jsonl').isFile() }
    .collect { new File(it, 'record.jsonl').readLines().collect { text -> new JsonSlurper().parseText(text) } }
    .sort { it[0].startedAt }
assert runs.size() == 2
def verdicts = runs[1].findAll { it.what == 'verdict' }.collectEntries { [it.class, it] }
kinds.each { resource, polluter, where, victim ->
  def verdict = verdicts["state.$victim" as String]
  assert verdict != null : victim
  assert verdict.label == "polluted by state.$polluter"
  assert verdict.seen == 'fails after it in 4 of 4 runs, passes alone in 4 of 4'
  assert verdict.shared.any { it.startsWith("$resource: state.${polluter}.pollutes " as String) && it.contains(where) } : verdict
}
assert verdicts['state.PairLooksTest'].label == 'polluted by state.PairPollutesRightTest and state.PairPollutesLeftTest'
assert pair.every { resource, polluter -> verdicts['state.PairLooksTest'].shared.any { it.startsWith("$resource: state.$polluter" as String) } }
assert verdicts['state.BrittleNeedsTest'].label == 'needs state.BrittleHelpsTest first'
assert verdicts['state.BrittleNeedsTest'].seen == 'passes after it in 4 of 4 runs, fails alone in 4 of 4'
assert verdicts['state.BrittleNeedsTest'].shared.any { it.startsWith('state.Switches.ready: state.BrittleHelpsTest.helps ') }
// A bean of a name that is taken is an error.
assert reports('verdict').counts() == new Counts(classes.size(), verdicts.size() - 1, 1, 0)
assert verdicts.keySet() == (kinds.collect { "state.${it[3]}" as String } + ['state.PairLooksTest', 'state.BrittleNeedsTest']) as Set

// JaCoCo has counted what the tests ran.
assert Coverage.read(new File(basedir, 'target/coverage/audit/jacoco.xml').toPath()).methods().containsAll(['Catalogue.<init>', 'Registry.<clinit>'])

// Workers start from the class-data archive with all those agents: the JVM says so itself. What JaCoCo changes is read anew.
def loaded = new File(basedir, 'target/loaded.txt').readLines()
assert loaded.count { it.contains('shared objects file (top)') } > 300
assert loaded.any { it.contains(' io.github.isolation.agent.Agent ') }
assert loaded.any { it.contains('org.jacoco.agent.rt.') }
assert loaded.any { it.contains('org.mockito.internal.creation.bytebuddy.Inline') }

// The same with a Java 25, whose cache takes no other agents: that is said.
def newest = (new File('/usr/lib/jvm').listFiles() ?: [] as File[]).find { new File(it, 'release').isFile() && new File(it, 'release').text.contains('JAVA_VERSION="25') }
assert newest != null || System.getenv('CI') != 'true' : 'there is no Java 25 in /usr/lib/jvm, and CI is to try everything'
if (newest == null) {
  println 'There is no Java 25 in /usr/lib/jvm: not tried with it.'
} else {
  def arguments = ['test', '-Paudit', "-Djvm=$newest/bin/java" as String, '-Disolation.directory=target/with25']
  assert MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, 'audit25', arguments).exitCode() == 0
  everyKindIsConfirmed('target/with25')
  assert reports('audit25').counts() == new Counts(classes.size(), 0, 0, 0)
  assert new File(basedir, 'audit25.log').text.contains('isolation: no class-data archive for workers with -javaagent:')
  // Without them, workers with the agent start from an archive of their own, which the first of these builds makes; and those without it, too.
  def with25 = { String run, List more ->
    def some = ['test', '-Djacoco.skip=true', "-Djvm=$newest/bin/java" as String, "-Disolation.directory=target/$run" as String] + more
    assert MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, run, some).exitCode() == 0
    assert !new File(basedir, "${run}.log").text.contains('class-data archive')
    assert !new File(basedir, "${run}.log").text.contains('[aot]')
  }
  def listed = { String run -> '-Dlog=-Xlog:class+load:file=target/' + run + '.txt' }
  def source = { String run -> new File(basedir, "target/${run}.txt").readLines() }
  // What it tries out takes longer than the archive.
  with25('makes25', ['-Paudit', '-Dtest=Collection*Test'])
  with25('archive25', ['-Paudit', '-Dtest=MocksTest', '-Disolation.auditBudget=0s', listed('archive25')])
  assert source('archive25').count { it.contains('shared objects file') } > 1000
  assert source('archive25').any { it.contains('org.junit.platform.launcher.core.DefaultLauncher source: shared objects file') }
  assert source('archive25').any { it.contains(' io.github.isolation.agent.Agent ') }
  // What is tried out has no agent, and the last worker is one of those.
  with25('tried25', ['-Paudit', '-Dtest=Collection*Test', listed('tried25')])
  assert source('tried25').count { it.contains('shared objects file') } > 1000
  assert !source('tried25').any { it.contains(' io.github.isolation.agent.Agent ') }
}
assert newest == null || new File(basedir, 'audit25.log').file
