import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def log = Log.of(basedir.toPath())
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
def pid = { run, type -> new File(basedir, "target/pids-$run-$type").text }

// Where nothing is prepared, one line says so, and what to run.
assert reports('unprepared').counts() == new Counts(1, 0, 0, 0)
def unprepared = log.matching('WARNING.*isolation: no fixture is prepared')
assert unprepared.size() == 1
assert unprepared[0].endsWith("(words): $basedir/target/isolation/seed-plan.properties is missing. Run 'mvn process-test-classes surefire:test', or 'mvn test'")

// L37: the class is named when it is done, and again where the build fails; of those before and after it, none is.
assert reports('link').counts() == new Counts(3, 1, 0, 0)
assert reports('link').cases(Outcome.FAILED)*.className() == ['between.CTest']
def warned = log.matching("^\\[WARNING\\] .*fixture 'words' \\(link\\) must only be read")
assert warned.size() == 1
assert warned[0].contains('is changed: words.txt; it was whole before between.BTest ran.')
def failed = log.matching("^\\[ERROR\\]   - fixture 'words' \\((link|shared)\\): changed: words.txt")
assert failed.size() == 2
assert failed[0].contains('It was whole before between.BTest ran')

// Looking only after the run is cheaper, and names nobody; the entry before was fetched again, or ATest would have failed.
assert reports('after-run').casesOf('between.ATest')*.outcome() == [Outcome.PASSED]
assert failed[1].contains('(shared)') && !failed[1].contains('between.')
assert failed.every { it.contains('quarantine') }
assert log.matching('must only be read').size() == 1

// Restored between two classes of the same worker, or not.
assert reports('every-class').counts() == new Counts(3, 0, 0, 0)
assert pid('every-class', 'BTest') == pid('every-class', 'CTest')
assert reports('on-replace').cases(Outcome.FAILED)*.className() == ['between.CTest']
assert pid('on-replace', 'BTest') == pid('on-replace', 'CTest')
assert new File(basedir, 'target/isolation/forks/1/fixtures/words/added.txt').exists()

assert log.matching('isolation: nothing is prepared: tests are skipped').size() == 1
