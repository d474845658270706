import groovy.json.JsonSlurper
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports
import java.nio.file.Files

def home = new File(System.getProperty('maven.home'))
def maven = { run, List<String> arguments -> MavenRun.start(home, basedir, localRepositoryPath, run, arguments) }
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
def cases = { Reports of -> of.cases().collect { "${it.id()} ${it.outcome()}" as String }.sort() }
def merged = { Reports.of(new File(basedir, 'target/isolation/merged/reports/io.github.isolation.it/shards-in-parts/maven-surefire-plugin/default-test').toPath()) }
def read = { file -> file.readLines().collect { new JsonSlurper().parseText(it) } }
// As CI does: what a machine has left is moved to where all of it is merged.
def upload = { where, machine ->
  def to = new File(basedir, "uploads/$where/$machine").toPath()
  Files.createDirectories(to.parent)
  Files.move(new File(basedir, 'target/isolation/shard').toPath(), to)
}
def shard = { run, number, total, List more = [] ->
  def build = maven("$run-$number" as String, ['test', "-Disolation.shard=$number/$total" as String, '-Disolation.shardRun=42', '-Disolation.classTimes=times/class-times', '-Disolation.splitClasses=tail', '-Dmaven.test.failure.ignore'] + more)
  assert build.exitCode() == 0
  upload(run, number)
  build
}
def file = { run, number, total -> read(new File(basedir, "uploads/$run/$number/shard-$number-of-${total}.attempt-1.jsonl" as String)) }

// One machine runs all of it, and has found out how long the members of long classes take.
def whole = cases(reports('whole'))
assert whole.size() == 16
def times = new File(basedir, 'times/member-times').readLines()
def members = { type -> times.findAll { it.contains(" parts.$type " as String) }*.replaceAll('.* ', '').sort() }
assert members('LongTest') == ['method:first()', 'method:second()', 'method:third()', 'nested-class:Inner', 'test-factory:made()', 'test-template:numbers(int)']
assert members('OrderedTest') == ['method:first()', 'method:fourth()', 'method:second()', 'method:third()']
assert members('ShortTest') == []
assert times.find { it.endsWith('nested-class:Inner') }.tokenize(' ')[0] as int >= 500
// What is planned is not to depend on how busy this machine is: classes take what their tests do, and a little more.
def inTests = { type -> times.findAll { it.contains(" parts.$type " as String) }.sum { it.tokenize(' ')[0] as int } }
def take = { Map<String, Integer> millis ->
  def known = new File(basedir, 'times/class-times')
  known.text = known.readLines().collect { it.tokenize(' ') }.collect { "${millis[it[2]]} ${it[1]} ${it[2]}\n" }.join()
}
take('parts.LongTest': inTests('LongTest') + 100, 'parts.OrderedTest': inTests('OrderedTest') + 100, 'parts.ShortTest': 100)

// Since then one class has got a test that no plan knows of, and the tests of the other belong together.
def change = { type, from, to ->
  def source = new File(basedir, "src/test/java/parts/${type}.java")
  def text = source.text
  assert text.contains(from)
  source.text = text.replace(from, to)
}
change('LongTest', '// here the script writes a test that no plan knows of', '@Test\n    void isNew() {\n        Slow.take(100);\n    }')
change('OrderedTest', 'class OrderedTest {', '@org.junit.jupiter.api.TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)\nclass OrderedTest {')
def now = (whole + ("parts.LongTest#isNew ${Outcome.PASSED}" as String)).sort()

// Three machines, each of which knows the same times and leaves them as they are.
def known = new File(basedir, 'times').listFiles().collectEntries { [it.name, it.text] }
def builds = (1..3).collect { shard('three', it, 3) }
assert new File(basedir, 'times').listFiles().collectEntries { [it.name, it.text] } == known
def lines = (1..3).collect { file('three', it, 3) }
def planned = { type -> lines[0].findAll { it.what == 'class' && it.class == "parts.$type" as String } }
assert lines.every { it.findAll { it.what == 'class' }*.subMap(['class', 'shard', 'part', 'of']) == lines[0].findAll { it.what == 'class' }*.subMap(['class', 'shard', 'part', 'of']) }
assert planned('LongTest').size() > 1 && planned('LongTest')*.part == (1..planned('LongTest').size()).toList()
assert planned('OrderedTest').size() > 1
assert planned('ShortTest').size() == 1 && planned('ShortTest')[0].part == null

// Every machine has found the same, and each member is of one.
def found = lines.collectMany { it.findAll { it.what == 'members' && it.class == 'parts.LongTest' } }
assert found.size() == planned('LongTest').size()
assert (found*.found as Set).size() == 1
assert found[0].found.contains('method:isNew()') && found[0].found.contains('method:isSkipped()')
assert found*.own.collectMany { it ?: [] }.sort() == found[0].found
assert found.every { it.whole == null && it.own.size() == it.millis.size() }
assert found.find { it.part == it.of }.own.contains('method:isNew()')

// So it is in the reports: a class inside of it, a test with invocations and one that makes tests are on one machine each.
def ran = (1..3).collect { cases(reports("three-$it")) }
assert ran.collectMany { it }.sort() == now
def machines = { test -> (1..3).findAll { machine -> ran[machine - 1].any { it.contains(test) } } }
['LongTest$Inner', 'LongTest#numbers', 'LongTest#made'].each { assert machines(it).size() == 1 }
assert (1..3).count { machine -> ran[machine - 1].any { it.startsWith('parts.LongTest') } } == planned('LongTest').size()
(1..3).each { machine ->
  def part = planned('LongTest').find { it.shard == machine }
  assert builds[machine - 1].lines('LongTest is set up').size() == (part == null ? 0 : 1)
  assert builds[machine - 1].lines("parts.LongTest in ${planned('LongTest').size()} parts${part == null ? '' : ', here part ' + part.part}" as String).size() == 1
}

// The other one is all on the machine that had its first part; those that had another say that they run nothing of it.
planned('OrderedTest').each { part ->
  def build = builds[part.shard - 1]
  assert ran[part.shard - 1].count { it.startsWith('parts.OrderedTest#') } == (part.part == 1 ? 4 : 0)
  assert build.lines("isolation: of parts.OrderedTest this machine was to run part ${part.part} of ${part.of}, and its tests stay together" as String).size() == 1
  assert build.lines('OrderedTest is set up').size() == (part.part == 1 ? 1 : 0)
  def states = lines[part.shard - 1].findAll { it.what == 'reported' && it.class == 'parts.OrderedTest' }
  assert states*.state == [part.part == 1 ? 'REPORTED' : 'EMPTY']
  assert states*.part == [part.part] && states*.of == [part.of]
}

// Put together, it is what one machine would have run.
def merge = maven('merge-three', ['isolation:merge', '-Disolation.shards=uploads/three', '-Disolation.classTimes=times/class-times'])
assert merge.exitCode() == 0
assert merge.lines('isolation: 3 classes planned, 3 reported once').size() == 1
assert merge.lines('are GREEN').size() == 1
assert cases(merged()) == now
assert merged().duplicates() == [] as Set
assert merged().miscounts() == []
assert merged().suites().size() == reports('whole').suites().size()
times = new File(basedir, 'times/member-times').readLines()
assert members('LongTest').contains('method:isNew()')
assert members('OrderedTest') == []
assert new File(basedir, 'times/class-times').readLines().size() == 3

// A machine with several forks shares its part among them; one of its tests kills its JVM, and is an error there. The rest runs.
take('parts.LongTest': inTests('LongTest') + 100, 'parts.OrderedTest': 500, 'parts.ShortTest': 100)
assert maven('plan', ['test', '-Disolation.shard=plan/2', '-Disolation.shardPlan=plan.jsonl', '-Disolation.classTimes=times/class-times', '-Disolation.splitClasses=tail']).exitCode() == 0
assert read(new File(basedir, 'plan.jsonl')).findAll { it.what == 'unit' && it.classes == ['parts.LongTest'] }*.of == [2, 2]
(1..2).each { shard('two', it, 2, ['-DforkCount=2', '-Dcrash=true', '-Disolation.shardPlan=plan.jsonl']) }
def two = (1..2).collectMany { cases(reports("two-$it")) }.sort()
assert two == now.collect { it == "parts.LongTest#second ${Outcome.PASSED}" as String ? "parts.LongTest#second ${Outcome.ERROR}" as String : it }.sort()
def red = maven('merge-two', ['isolation:merge', '-Disolation.shards=uploads/two'])
assert red.exitCode() == 1
assert red.lines('are RED').size() >= 1
assert cases(merged()) == two

// What a machine had that left nothing is named: a part of a class, and not the class.
assert new File(basedir, 'uploads/two/1').renameTo(new File(basedir, 'lost'))
def incomplete = maven('merge-incomplete', ['isolation:merge', '-Disolation.shards=uploads/two'])
assert incomplete.exitCode() == 1
assert incomplete.lines('are INCOMPLETE').size() >= 1
assert incomplete.lines('shard 1 of 2 has left nothing').findAll { it.contains('parts.LongTest') && it.contains(' of 2') }.size() >= 1

// An edited plan in which something is there twice is none.
def plan = new File(basedir, 'plan.jsonl')
plan.text = plan.text.replace('"part":1', '"part":2')
def edited = maven('edited', ['test', '-Disolation.shard=1/2', '-Disolation.shardPlan=plan.jsonl', '-Disolation.splitClasses=tail'])
assert edited.exitCode() == 1
assert edited.lines('part 2 of 2 with something in it').size() >= 1
