import groovy.json.JsonSlurper
import io.github.isolation.it.Log
import io.github.isolation.it.Reports

def sources = new File(basedir, 'src/test/java/audited')
def root = basedir.canonicalPath
// The line with the mark, as a report has it.
def here = { String name, String method, String mark = 'here' ->
    def lines = new File(sources, "${name}.java").readLines()
    def number = lines.findIndexOf { it.endsWith("// $mark") } + 1
    assert number > 0
    "audited.${name}.${method}(${name}.java:${number})" as String
}
def report = { String directory -> new JsonSlurper().parse(new File(basedir, "target/${directory}/audit/audit.json")) }
def audit = report('isolation')
assert audit.version == 1
assert audit.areas as Set == ['files', 'ports', 'jvm', 'statics', 'directories'] as Set
assert audit.notObserved == []
// The invoker writes the log of this build into the module, and no test does.
def withoutLog = { all -> all.findAll { !it.resource.endsWith('/build.log') } }
def findings = withoutLog(audit.findings).groupBy { it.section }
def seen = { finding -> finding.witnesses.collect { [it.test, it.does, it.line] } }
def of = { String section, String resource ->
    def all = findings[section].findAll { it.resource == resource }
    assert all.size() == 1
    all[0]
}

// Clashes: the resource, both tests, both lines; and how to be rid of each.
def clashes = 'Clashes between forks'
assert findings[clashes]*.resource as Set == [
  "$root/target/shared.txt", "$root/target/done.txt", "$root/target/data.db", "$root/target/derby", "$root/target/h2/data",
  'port 19473 (TCP)', 'port 19474 (UDP)']*.toString() as Set
assert seen(of(clashes, "$root/target/shared.txt" as String)) == [
  ['audited.BWritesTest.writes', 'writes', here('BWritesTest', 'writes')],
  ['audited.CReadsTest.reads', 'reads', here('CReadsTest', 'reads')]]
assert seen(of(clashes, 'port 19473 (TCP)')) == [
  ['audited.DBindsTest.binds', 'binds', here('DBindsTest', 'binds')],
  ['audited.EBindsTest', 'binds', here('EBindsTest', 'serve')]]
assert seen(of(clashes, "$root/target/data.db" as String)) == [
  ['audited.KDatabaseTest.opens', 'opens as a database', here('KDatabaseTest', 'opens')],
  ['audited.LDatabaseTest.opens', 'opens as a database', here('LDatabaseTest', 'opens')]]
assert seen(of(clashes, "$root/target/derby" as String)) == [
  ['audited.KDatabaseTest.opensDerby', 'opens as a database', here('KDatabaseTest', 'opensDerby', 'derby')],
  ['audited.LDatabaseTest.opensDerby', 'opens as a database', here('LDatabaseTest', 'opensDerby', 'derby')]]
assert seen(of(clashes, "$root/target/done.txt" as String)) == [
  ['audited.PMovesTest.moves', 'moves', here('PMovesTest', 'moves')],
  ['audited.QDeletesTest.deletes', 'deletes', here('QDeletesTest', 'deletes')]]
assert seen(of(clashes, 'port 19474 (UDP)')) == [
  ['audited.RDatagramTest.binds', 'binds', here('RDatagramTest', 'binds')],
  ['audited.SDatagramTest.binds', 'binds', here('SDatagramTest', 'binds')]]
// Whatever files a database is made of, it is one thing that tests share.
assert seen(of(clashes, "$root/target/h2/data" as String)) == [
  ['audited.TH2Test.opens', 'opens as a database', here('TH2Test', 'opens')],
  ['audited.UH2Test.opens', 'opens as a database', here('UH2Test', 'opens')]]
assert of(clashes, "$root/target/shared.txt" as String).paste.contains('@ResourceLock("shared.txt")')
assert of(clashes, 'port 19473 (TCP)').paste == 'int port = Isolation.port("server");'

// Polluters. Of a static field nobody knows the line.
def left = 'State left in the JVM'
assert findings[left]*.resource as Set == [
  'audited.Catalogue.INSTANCE', 'audited.Registry.NAMES', 'System.err', 'the default locale', 'the default time zone',
  'the security providers', 'the system property audited.mode'] as Set
assert seen(of(left, 'audited.Catalogue.INSTANCE')) == [
  ['audited.VSingletonTest.changes', 'changes what is in it: a Catalogue', '']]
[provider: 'the security providers', stream: 'System.err', zone: 'the default time zone'].each { method, resource ->
  def one = seen(of(left, resource))
  assert one.size() == 1
  assert one[0][0] == "audited.WJvmTest.$method"
  assert one[0][2] == here('WJvmTest', method, method)
}
assert seen(of(left, 'the system property audited.mode')) == [
  ['audited.FPropertyTest.sets', 'changes it: not set before, set after', here('FPropertyTest', 'sets')]]
def locale = seen(of(left, 'the default locale'))
assert locale.size() == 1
assert locale[0][0] == 'audited.GLocaleTest.changes'
assert locale[0][1].endsWith('sv_SE sv_SE sv_SE after')
assert locale[0][2] == here('GLocaleTest', 'changes')
assert seen(of(left, 'audited.Registry.NAMES')) == [
  ['audited.HRegistersTest.registers', 'changes it: 0 elements before, 1 element after', '']]

// A thread of one class that works in another one.
def atWork = findings['Threads still at work in another class']
assert atWork.size() == 1
assert seen(atWork[0]) == [
  ['audited.IStartsTest.starts', "writes $root/target/late.txt" as String, here('IStartsTest', 'work')],
  ['audited.JMeetsTest.meets', 'runs at that time', '']]

// What a process did is seen afterwards only.
assert findings['Seen by difference only'].collect { [it.resource, seen(it)] } == [
  ["$root/target/native.txt" as String, [['audited.MProcessTest', 'was created while it ran', '']]]]

// A bean keeps nobody from running, as a rule; H2 has a hook of its own.
assert seen(of('State left in the JVM that is probably harmless', 'the MBeans'))*.first() == ['audited.WJvmTest.bean']

// Nothing else, and nothing of those that share nothing: two hundred tests and some.
assert findings.keySet() == [clashes, left, 'Threads still at work in another class', 'Seen by difference only',
  'State left in the JVM that is probably harmless'] as Set
assert audit.findings.every { it.status == 'candidate' && it.remedy }
assert !findings.values().flatten().any { finding -> finding.witnesses.any { it.test =~ /AFirst|Clean/ } }

def text = new File(basedir, 'target/isolation/audit/audit.txt').getText('UTF-8')
assert text.contains("$root/target/shared.txt  [candidate, known]\n  audited.BWritesTest.writes writes\n      at ${here('BWritesTest', 'writes')}\n" as String)
assert text.contains('nobody has tried out')

// In the page of the run, and on the console.
assert new File(basedir, 'target/isolation/report/index.html').getText('UTF-8').contains("<strong>$root/target/shared.txt</strong>" as String)
def log = Log.of(basedir.toPath())
assert log.matching(/    port 19473 \(TCP\): audited.DBindsTest.binds, audited.EBindsTest$/).size() == 1

// What is new fails a build, and says where to look; what is known does not, and is known by names that hold anywhere.
assert log.matching(/isolation: the audit has 7 findings that are new:$/).size() >= 1
def baseline = new File(basedir, 'audit-baseline.txt').readLines()
assert baseline.containsAll(['clashes target/shared.txt', 'clashes port 19473 (TCP)', 'state audited.Registry.NAMES', 'differences target/native.txt'])
assert baseline.findAll { !it.startsWith('#') } == baseline.findAll { !it.startsWith('#') }.sort()

// Once more, the same, and all of it is known.
def plain = { all -> withoutLog(all).collect { it.findAll { entry -> entry.key != 'known' } } }
def seenByAgent = { all -> plain(all).findAll { it.section != 'Seen by difference only' } }
assert seenByAgent(report('second').findings) == seenByAgent(audit.findings)
assert withoutLog(report('second').findings).every { it.known || it.section.endsWith('harmless') }
assert log.matching(/Tests run: 233, Failures: 0, Errors: 0, Skipped: 0$/).size() == 3
def summary = /isolation: audit: Clashes between forks: 7, State left in the JVM: 7, Threads still at work in another class: 1 /
assert log.matching(summary + /\(candidates, none of them tried out\)/).size() == 1
assert log.matching(summary + /\(candidates, none of them tried out; 15 of them known\)/).size() == 2

// Workers start from the class-data archive with the agent, too; and without an audit, no class of it is there.
def loaded = { String run -> new File(basedir, "target/$run/loaded.txt").readLines() }
assert loaded('second').count { it.contains('shared objects file (top)') } > 1000
assert loaded('second').any { it.contains(' io.github.isolation.agent.Agent ') }
assert loaded('second').any { it.contains(' java.lang.IsolationAudit ') }
assert loaded('second').any { it =~ /isolation-agent-[^\/]*\.jar/ }
assert loaded('without').count { it.contains('shared objects file (top)') } > 1000
assert !loaded('without').any { it.contains('io.github.isolation.agent.') || it.contains('io.github.isolation.audit.') }
assert !loaded('without').any { it.contains('IsolationAudit') || it.contains('isolation-agent') }

// Without an audit there is no agent, and the goal says what to do.
def without = new File(basedir, 'target/without/runs').listFiles().findAll { new File(it, 'record.jsonl').isFile() }
assert without.size() == 1
assert !new File(without[0], 'audit').exists()
assert log.matching(/isolation: no run with an audit is left in .*Run the tests first: mvn verify -Disolation.audit=/).size() == 1

// Two hundred tests that share nothing, by themselves: there is nothing to say.
assert withoutLog(report('clean').findings) == []
assert report('clean').notObserved == []
assert log.matching(/Tests run: 206, Failures: 0, Errors: 0, Skipped: 0$/).size() == 1
assert log.matching(/isolation: audit: no finding: /).size() == 1

// What makes a test fail is confirmed, although a class that wants a worker of its own runs before it, and what was seen is said; all else stays a candidate.
def tried = report('tried').findings
def known = { String resource ->
  def all = tried.findAll { it.resource == resource }
  assert all.size() == 1
  all[0]
}
assert tried.findAll { it.status == 'confirmed' }*.resource as Set == ['port 19473 (TCP)', 'audited.Registry.NAMES'] as Set
def looks = "audited.AFirstTest.looks failed after audited.HRegistersTest in 4 of 4 runs, passed alone in 4 of 4; it fails at ${here('AFirstTest', 'looks')}" as String
assert known('audited.Registry.NAMES').tried == [looks]
assert known('port 19473 (TCP)').tried.any {
  it =~ /^audited\.(DBindsTest\.binds|EBindsTest) failed beside audited\.[DE]BindsTest in \d+ of \d+ runs, passed alone in \d+ of \d+$/ }
assert known('audited.Catalogue.INSTANCE').tried == [
  'all other tests ran after it in 2 runs, and after the others that leave something: none was seen to fail because of it']
assert known('audited.Catalogue.INSTANCE').status == 'candidate'
assert !tried.any { finding -> finding.witnesses.any { it.test =~ /AFirst|Clean/ } }
def triedText = new File(basedir, 'target/tried/audit/audit.txt').getText('UTF-8')
assert triedText.contains('audited.Registry.NAMES  [confirmed, known]\n')
assert triedText.contains("  tried: $looks\n" as String)
assert log.matching(/isolation: audit: trying out 3 candidates, in workers of their own$/).size() == 1
assert log.matching(/isolation: audit: 2 of 3 candidates confirmed, by \d+ worker runs$/).size() == 1
assert log.matching(/isolation: audit: Clashes between forks: 1, State left in the JVM: 2 \(2 confirmed, 1 candidates; 3 of them known\)/).size() == 1

// All of that is in the record of its run, and none of it among its tests; without time for it, nothing is tried.
def record = { String run ->
  def directories = new File(basedir, "target/$run/runs").listFiles().findAll { new File(it, 'record.jsonl').isFile() }
  assert directories.size() == 1
  new File(directories[0], 'record.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
}
assert record('tried').count { it.what == 'tried' } == 3
assert record('tried').findAll { it.what == 'trial' }.every { !it.problem }
assert record('tried').count { it.what == 'test' && it.class == 'audited.AFirstTest' } == 2
assert record('second').every { !(it.what in ['tried', 'trial']) }
assert log.matching(/isolation: audit: trying out /).size() == 1
