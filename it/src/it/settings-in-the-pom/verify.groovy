import io.github.isolation.it.Bodies
import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def log = Log.of(basedir.toPath())
def pom = Reports.of(new File(basedir, 'target/reports/pom').toPath())
assert pom.counts() == new Counts(8, 2, 2, 0)
assert pom.miscounts() == []
assert pom.duplicates() == [] as Set

// <classTimeout>: who hangs is named, with its time and the setting; the rest of the class is not run, all other classes are.
def why = 'settings.HangsTest took longer than 10.0 s (isolation.classTimeout)'
assert pom.only('HangsTest', 'before').outcome() == Outcome.PASSED
assert pom.only('HangsTest', 'hangs').type() == 'io.github.isolation.TimedOut'
assert pom.only('HangsTest', 'after').type() == 'io.github.isolation.NotRun'
assert ['hangs', 'after'].every { pom.only('HangsTest', it).message().contains(why) }
assert pom.only('HangsTest', 'hangs').text().contains('at settings.HangsTest.hangs(HangsTest.java:')
def ended = log.matching('^\\[WARNING\\] isolation: the worker of fork 1 was ended: ')
assert ended.size() == 1 && ended[0].endsWith(why)
def bodies = Bodies.of(basedir.toPath(), 'pom')
assert bodies.findAll { it.startsWith('Hangs#') } == ['Hangs#before', 'Hangs#hangs']
assert ['SeesCopiesTest', 'SeesTmpdirTest'].every { pom.only(it, 'notes').outcome() == Outcome.PASSED }
def summaries = log.summaries()
assert summaries.size() == 3
assert summaries[2].contains(' 8 tests in 1 fork, 2 workers (1 timed out), 0 crashes, 1 timeout, 1 test not run')

// <isolateTmpdir>false: the fork has its directory (in <directory>), but temporary files are where they would be without us.
def fork = new File(basedir, 'target/ours/forks/1')
assert !new File(basedir, 'target/isolation').exists()
def stock = Notes.of(basedir.toPath(), 'stock')
def ours = Notes.of(basedir.toPath(), 'pom')
assert stock*.get('isolation.forkDirectory') == [null]
assert ours*.get('isolation.forkDirectory') == [fork.path]
assert ours*.get('java.io.tmpdir') == stock*.get('java.io.tmpdir')
assert ours*.get('isolation.promise.java.io.tmpdir') == [null]

// <ports> as a text is a list as well, for the goals and for the forks.
assert ['http', 'grpc'].every { ours[0].get("isolation.port.$it") ==~ /\d+/ }

// keepOnFailure, a property of the POM: copies of what failed are there as they were left, and only these; where, is said.
def said = "its copy of the fixture 'words' is kept: "
def kept = { Reports run, String type -> new File((run.only(type, 'fails').printed() =~ /(?m)${said}(.*)$/)[0][1]) }
def copies = new File(fork, 'copies').listFiles().toList()
assert copies*.name.collect { it.replaceAll('-\\d+$', '') }.sort() == ['FailsAndAsksTest.fails', 'FailsTest', 'FailsTest.fails', 'HangsTest.hangs']
assert bodies.findAll { it.startsWith('left: ') } as Set == copies.collect { 'left: ' + it.name } as Set
assert kept(pom, 'FailsTest').parentFile in copies
assert kept(pom, 'FailsTest').text == 'changed'
def ofTheClass = log.matching("^isolation: FailsTest failed; $said")
assert ofTheClass.size() == 1
assert new File(ofTheClass[0].split(said)[1]).text == 'changed by the class'
assert new File(copies.find { it.name.startsWith('HangsTest') }, 'words').text == 'changed'
assert pom.only('FailsTest', 'passes').printed() == ''

// -D against that property: only the test that asks for it by itself has its copy kept, until the next build.
def commandLine = Reports.of(new File(basedir, 'target/reports/command-line').toPath())
assert commandLine.counts() == new Counts(5, 2, 0, 0)
def asked = kept(commandLine, 'FailsAndAsksTest')
assert Bodies.of(basedir.toPath(), 'command-line') == ['left: ' + asked.parentFile.name]
assert !asked.exists()
assert log.matching("^isolation: .* failed; $said").size() == 4

// -D against an element: for the goals, which seed, and for the forks alike.
def elsewhere = new File(basedir, 'target/elsewhere')
def there = Notes.of(basedir.toPath(), 'elsewhere')
assert new File(elsewhere, 'forks/1/fixtures/words').text == new File(basedir, 'data/words.txt').text
assert there*.get('isolation.forkDirectory') == [new File(elsewhere, 'forks/1').path]
def tmp = new File(elsewhere, 'forks/1/tmp').path
assert there.size() == 1
assert there[0].get('java.io.tmpdir') == tmp || (tmp.length() > 70 && there[0].get('java.io.tmpdir') ==~ '.*/iso-[a-z0-9]+/t')
