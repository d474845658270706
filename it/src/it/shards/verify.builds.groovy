import groovy.json.JsonSlurper
import io.github.isolation.it.Coverage
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports
import java.nio.file.Files

def home = new File(System.getProperty('maven.home'))
def maven = { run, List<String> arguments -> MavenRun.start(home, basedir, localRepositoryPath, run, arguments) }
def modules = ['first', 'second']
def cases = { reports -> reports.cases().collect { "${it.id()} ${it.outcome()}" as String }.sort() }
def ofModule = { run, module -> cases(Reports.of(new File(basedir, "$module/target/reports/$run").toPath())) }
def merged = { module, from = basedir -> cases(Reports.of(new File(from, "target/isolation/merged/reports/io.github.isolation.it/shards-$module/maven-surefire-plugin/default-test").toPath())) }
// As CI does: what a machine has left is moved to where all of it is merged.
def upload = { machine ->
  modules.each { module ->
    def left = new File(basedir, "$module/target/isolation/shard").toPath()
    if (Files.exists(left)) {
      def to = new File(basedir, "uploads/$machine/$module").toPath()
      Files.createDirectories(to.parent)
      Files.move(left, to)
    }
  }
}
def read = { file -> file.readLines().collect { new JsonSlurper().parseText(it) } }
def classesIn = { file -> read(file).findAll { it.what == 'reported' }*.class.sort() }

// One machine runs all of it: one test fails, one is skipped, one class has no test.
def whole = modules.collectEntries { [it, ofModule('whole', it)] }
assert whole.first.size() == 18
assert whole.second.size() == 5
assert whole.second.findAll { it.endsWith(' FAILURE') || it.endsWith(' FAILED') } == ["second.ATest#failsIfToldTo ${Outcome.FAILED}" as String]
assert new File(basedir, 'target/times').readLines().size() >= 8

// What it covered. Each machine begins without what another one has measured.
def coverage = { List arguments ->
  assert maven('coverage', arguments + ['jacoco:report', '-pl', 'first']).exitCode() == 0
  Coverage.read(new File(basedir, 'first/target/site/jacoco/jacoco.xml').toPath()).lines()
}
def forget = { modules.each { new File(basedir, "$it/target/jacoco.exec").delete() } }
def wholeCoverage = coverage([])
assert wholeCoverage.size() == 7
forget()

// A module in which nothing is shared out is in no shard: no merge would hear of its failures, so the build that has them fails.
def skipped = maven('skipped', ['test', '-Disolation.shard=1/1', '-Dfail=true', '-Dmaven.test.failure.ignore', '-Dsecond.skip=true'])
assert skipped.exitCode() == 1
assert skipped.lines('isolation: every machine runs all tests of shards-second: ').size() == 1
assert skipped.lines('; a failure there fails this build').size() == 1
assert new File(basedir, 'first/target/isolation/shard').deleteDir()
assert !new File(basedir, 'second/target/isolation/shard').exists()
forget()

// One shard of one.
def single = maven('single', ['test', '-Disolation.shard=1/1', '-Dfail=true', '-Dmaven.test.failure.ignore'])
assert single.exitCode() == 0
assert single.lines('isolation: shard 1 of 1: 6 classes of 6 classes').size() == 1
assert single.lines('isolation: for isolation:merge: ').size() == 2
assert new File(basedir, 'first/target/isolation/shard/shard-1-of-1.attempt-1.jsonl').isFile()
upload('one/1')
forget()
// What it has left is all that there is here: no project.
def alone = new File(basedir, 'alone')
assert alone.mkdir() && new File(basedir, 'uploads/one').renameTo(new File(alone, 'shards'))
def repository = "<id>local.central</id>${(new File(basedir, 'pom.xml').text =~ '<url>[^<]+</url>')[0]}"
def settings = new File(basedir, 'alone-settings.xml')
settings.text = """<settings><profiles><profile><id>here</id><activation><activeByDefault>true</activeByDefault></activation>
<repositories><repository>$repository</repository></repositories>
<pluginRepositories><pluginRepository>$repository</pluginRepository></pluginRepositories></profile></profiles></settings>"""
def version = (new File(basedir, '../common/pom.xml').text =~ '<isolation.version>([^<]+)<')[0][1]
def one = MavenRun.start(home, alone, localRepositoryPath, 'merge-one', ['-s', settings.path, "io.github.isolation:isolation-maven-plugin:$version:merge" as String, '-Disolation.shards=shards'])
assert one.exitCode() == 1
assert one.lines('second.ATest: 1 failure of 3 tests').size() >= 1
assert one.lines('isolation: 9 classes planned, 9 reported once').size() == 1
modules.each { assert merged(it, alone) == whole[it] }
assert new File(alone, 'target/isolation/merged/report/index.html').text.contains('passesWith')

// Two shards, each of which knows the same times and leaves them as they are.
def times = new File(basedir, 'target/times').text
(1..2).each { shard ->
  def build = maven("two-$shard", ['test', "-Disolation.shard=$shard/2" as String, '-Disolation.shardRun=42', '-Disolation.classTimes=target/times', '-Dfail=true', '-Dmaven.test.failure.ignore'])
  assert build.exitCode() == 0
  upload("two/$shard")
  forget()
}
assert new File(basedir, 'target/times').text == times
def firstOfTwo = modules.collect { classesIn(new File(basedir, "uploads/two/1/$it/shard-1-of-2.attempt-1.jsonl")) }
def secondOfTwo = modules.collect { classesIn(new File(basedir, "uploads/two/2/$it/shard-2-of-2.attempt-1.jsonl")) }
assert firstOfTwo[0].intersect(secondOfTwo[0]) == []
assert firstOfTwo.flatten().size() + secondOfTwo.flatten().size() == 9
// What has to be in one fork is on one machine.
assert [firstOfTwo, secondOfTwo].count { it[0].containsAll(['first.ETest', 'first.FTest']) } == 1
def heads = (1..2).collect { read(new File(basedir, "uploads/two/$it/first/shard-$it-of-2.attempt-1.jsonl"))[0] }
assert heads*.universe.unique().size() == 1
assert heads*.times.unique().size() == 1
assert heads*.plan.unique().size() == 1
assert heads*.run == ['42', '42']
def record = read(new File(basedir, "uploads/two/2/first/shard-2-of-2.attempt-1/${heads[1].id}/record.jsonl"))[0]
assert record.shard == '2/2'
assert [record.universe, record.times] == [heads[1].universe, heads[1].times]
def two = maven('merge-two', ['isolation:merge', '-Disolation.shards=uploads/two', '-Disolation.classTimes=target/times'])
assert two.exitCode() == 1
assert two.lines('are RED').size() >= 1
modules.each { assert merged(it) == whole[it] }
// One page of both machines, with the verdict on top.
def page = new File(basedir, 'target/isolation/merged/report/index.html').text
assert page.contains('passesWith')
assert page.contains('✗ RED</strong> <span>9 classes planned, 9 reported once')
assert (1..2).every { page.contains("\"machine\":\"shard $it of 2\"") }
assert new File(basedir, 'target/times').text != times
assert new File(basedir, 'target/times').readLines()*.replaceAll('^\\d+ ', '').containsAll(times.readLines()*.replaceAll('^\\d+ ', ''))

// Three shards by a plan that was made before, with the modules side by side; nothing fails.
def plan = maven('plan', ['test', '-Disolation.shard=plan/3', '-Disolation.shardPlan=plan.jsonl', '-DfailIfNoTests=true'])
assert plan.exitCode() == 0
assert plan.lines('isolation: planned, and not run: ').size() == 2
assert plan.lines("isolation: the plan of 3 shards: ${new File(basedir, 'plan.jsonl').canonicalPath}").size() == 1
modules.each { assert !new File(basedir, "$it/target/reports/plan").list().any { it.endsWith('.xml') } }
(1..3).each { shard ->
  def build = maven("three-$shard", ['-T2', 'test', "-Disolation.shard=$shard/3" as String, '-Disolation.shardPlan=plan.jsonl'])
  assert build.exitCode() == 0
  upload("three/$shard")
  forget()
}
def three = maven('merge-three', ['isolation:merge', '-Disolation.shards=uploads/three'])
assert three.exitCode() == 0
assert three.lines('isolation: 9 classes planned, 9 reported once').size() == 1
assert three.lines('3 of 3 shards; longest 0:').size() == 1
assert three.lines('are GREEN').size() == 1
assert merged('first') == whole.first
assert merged('second') == whole.second.collect { it.replace("failsIfToldTo ${Outcome.FAILED}", "failsIfToldTo ${Outcome.PASSED}") }

// One file for each module and machine whose tests ran with code of ours, put together by JaCoCo: as if it had been one machine.
assert new File(basedir, 'target/isolation/merged/coverage').list().size() >= 3
assert maven('jacoco-merge', ['-N', 'jacoco:merge@shards']).exitCode() == 0
assert coverage(["-Djacoco.dataFile=${new File(basedir, 'target/jacoco-shards.exec').canonicalPath}" as String]) == wholeCoverage

// Integration tests that the plan does not know. Whatever the build makes of that, which was told to ignore failures, the merge misses them.
def integration = maven('integration', ['verify', '-Pintegration', '-pl', 'second', '-Disolation.shard=1/3', '-Disolation.shardPlan=plan.jsonl', '-Dmaven.test.failure.ignore'])
assert integration.exitCode() == 1
assert integration.lines('has no plan for io.github.isolation.it:shards-second/maven-failsafe-plugin/default').size() >= 1
upload('integration')
forget()
def missed = maven('merge-integration', ['isolation:merge', '-Disolation.shards=uploads/integration'])
assert missed.exitCode() == 1
assert missed.lines('shards-second/maven-failsafe-plugin/default: shard 1 of 3, attempt 1 (').any { it.contains(' has run no test: its build says why') }

// A machine has left nothing, and another one half of what it should: they are named, and so are their classes.
def lost = classesIn(new File(basedir, 'uploads/three/2/first/shard-2-of-3.attempt-1.jsonl'))
assert lost.size() >= 1
new File(basedir, 'uploads/three/2').renameTo(new File(basedir, 'lost'))
def incomplete = maven('merge-incomplete', ['isolation:merge', '-Disolation.shards=uploads/three'])
assert incomplete.exitCode() == 1
assert incomplete.lines('are INCOMPLETE').size() >= 1
assert incomplete.lines("isolation: io.github.isolation.it:shards-first/maven-surefire-plugin/default-test: shard 2 of 3 has left nothing; it had ${lost.join(', ')}").size() == 1

// An empty shard is no failure, also where there have to be tests.
def empty = maven('empty', ['test', '-pl', 'second', '-Dtest=BTest', '-DfailIfNoTests=true', '-Disolation.shard=2/2'])
assert empty.exitCode() == 0
assert empty.lines('isolation: shard 2 of 2: 0 classes of 1 class').size() == 1
// An empty universe is one.
def nothing = maven('nothing', ['test', '-pl', 'second', '-Dtest=NoSuchTest', '-Disolation.shard=2/2'])
assert nothing.exitCode() == 1

// What cannot be shared out is said before anything is built.
def auto = maven('auto', ['test', '-Disolation.shard=auto'])
assert auto.exitCode() == 1
assert auto.lines('<shard> (isolation.shard): auto finds no shard in the environment: ').size() >= 1
def threads = maven('threads', ['-T2', 'test', '-Disolation.shard=1/2'])
assert threads.exitCode() == 1
assert threads.lines('-Disolation.shard=plan/2').size() >= 1
