import groovy.json.JsonSlurper
import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Reports

// Of each kind of thing that two forks may fight over: the audit names it, both classes and both lines, and confirms it by running
// them side by side; and where one fails beside the other, the verdict names who it was.
def line = { String name, String method ->
  def number = new File(basedir, "src/test/java/clash/${name}.java").readLines().findIndexOf { it.endsWith('// here') } + 1
  assert number > 0
  "clash.${name}.${method}(${name}.java:${number})" as String
}
def root = basedir.canonicalPath
def classes = new File(basedir, 'src/test/java/clash').list().findAll { it.endsWith('Test.java') }
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }

// What both use, what who does to it, and who of both fails; where both wait for a database to start, it may be the other one.
def kinds = [
  ['Written', 'target/written.txt', 'writes', 'writes', 'Holds'],
  ['Deleted', 'target/deleted.txt', 'writes', 'deletes', 'Holds'],
  ['Renamed', 'target/renamed.txt', 'writes', 'moves', 'Holds'],
  ['Tcp', 'port 19481 (TCP)', 'binds', 'binds', 'Meets'],
  ['Udp', 'port 19482 (UDP)', 'binds', 'binds', 'Meets'],
  ['ZH2', 'target/h2/data', 'opens as a database', 'opens as a database', 'Meets'],
  ['ZDerby', 'target/derby', 'opens as a database', 'opens as a database', 'Meets'],
  ['ZSqlite', 'target/sqlite.db', 'opens as a database', 'opens as a database', 'Meets'],
]
// Their classes come last: they keep a fork waiting for as long as they start, and the others have to meet.
def databases = ['ZH2', 'ZDerby', 'ZSqlite']
def victim = { kind, who -> "clash.${kind}${who}Test.${who.toLowerCase()}" as String }
def other = { who -> who == 'Holds' ? 'Meets' : 'Holds' }
def seen = { kind, who ->
  /\Q${victim(kind, who)}\E failed beside \Qclash.${kind}${other(who)}Test\E in \d+ of \d+ runs, passed alone in (\d+) of \1/
}
def everyKindIsConfirmed = { String directory ->
  def findings = new JsonSlurper().parse(new File(basedir, "$directory/audit/audit.json")).findings
  kinds.each { kind, resource, first, second, who ->
    def all = findings.findAll { it.resource == (resource.startsWith('port') ? resource : "$root/$resource" as String) }
    assert all.size() == 1 : kind
    assert all[0].section == 'Clashes between forks'
    assert all[0].witnesses.take(2).collect { [it.test, it.does, it.line] } as Set == [
      ["clash.${kind}HoldsTest.holds" as String, first, line("${kind}HoldsTest", 'holds')],
      ["clash.${kind}MeetsTest.meets" as String, second, line("${kind}MeetsTest", 'meets')]] as Set
    assert all[0].status == 'confirmed' : all[0]
    assert all[0].tried.any { it ==~ seen(kind, who) || (kind in databases && it ==~ seen(kind, other(who))) } : all[0]
    assert all[0].remedy && all[0].paste
  }
  // Of what other processes do, nobody knows the line; that two classes do not bear each other is known all the same.
  def natively = findings.findAll { it.resource == "$root/target/native.txt" as String }
  assert natively.size() == 1
  assert natively[0].section == 'Clashes between forks'
  assert natively[0].witnesses.collect { [it.test, it.does, it.line] } == [
    ['clash.NativeHoldsTest', 'was created while it ran', ''], ['clash.NativeMeetsTest', 'was changed while it ran', '']]
  assert natively[0].status == 'confirmed' : natively[0]
  assert natively[0].tried.any { it ==~ seen('Native', 'Holds') } : natively[0]
  assert findings.count { it.section == 'Clashes between forks' } == kinds.size() + 1
}
everyKindIsConfirmed('target/isolation')
assert reports('audit').counts() == new Counts(classes.size(), 0, 0, 0)
def log = Log.of(basedir.toPath())
assert log.matching(/isolation: audit: Clashes between forks: 9.* \(9 confirmed, \d+ candidates\)/).size() == 1

// In two forks, the classes of each two met.
def runs = new File(basedir, 'target/isolation/runs').listFiles()
    .findAll { new File(it, 'record.jsonl').isFile() }
    .collect { new File(it, 'record.jsonl').readLines().collect { text -> new JsonSlurper().parseText(text) } }
    .sort { it[0].startedAt }
assert runs.size() == 2
def verdicts = runs[1].findAll { it.what == 'verdict' }.collectEntries { ["${it.class}.${it.name}" as String, it] }
def failed = { kind -> ['Holds', 'Meets'].findAll { who -> verdicts.keySet().any { it.startsWith(victim(kind, who)) } } }
def verdict = { String test -> verdicts.find { it.key.startsWith(test) }.value }
assert reports('verdict').counts().failures() + reports('verdict').counts().errors() == verdicts.size()
assert kinds.every { failed(it[0]) == [it[4]] || (it[0] in databases && failed(it[0])) }
assert verdicts.size() == kinds.sum { failed(it[0]).size() } + 1
kinds.each { kind, resource, first, second, who ->
  def one = verdict(victim(kind, failed(kind)[0]))
  assert one.label == "clashes with clash.${kind}${other(failed(kind)[0])}Test" : one
  assert one.seen ==~ /fails beside it in \d+ of \d+ runs, passes alone in (\d+) of \1/
  def shared = one.shared.findAll { it.startsWith("$resource: " as String) }
  assert shared.size() == 1 : one
  assert shared[0].contains(line("${kind}HoldsTest", 'holds')) && shared[0].contains(line("${kind}MeetsTest", 'meets'))
}
assert verdict(victim('Native', 'Holds')).label == 'clashes with clash.NativeMeetsTest'
assert !verdict(victim('Native', 'Holds')).shared

// The same with a Java 25.
def newest = (new File('/usr/lib/jvm').listFiles() ?: [] as File[]).find { new File(it, 'release').isFile() && new File(it, 'release').text.contains('JAVA_VERSION="25') }
assert newest != null || System.getenv('CI') != 'true' : 'there is no Java 25 in /usr/lib/jvm, and CI is to try everything'
if (newest == null) {
  println 'There is no Java 25 in /usr/lib/jvm: not tried with it.'
} else {
  // What the other runs have left is not there any more.
  ['native.txt', 'written.txt', 'renamed.txt'].each { new File(basedir, "target/$it").delete() }
  def arguments = ['test', '-Paudit', "-Djvm=$newest/bin/java" as String, '-Disolation.directory=target/with25']
  assert MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, 'audit25', arguments).exitCode() == 0
  everyKindIsConfirmed('target/with25')
  assert reports('audit25').counts() == new Counts(classes.size(), 0, 0, 0)
}
assert newest == null || new File(basedir, 'audit25.log').file
