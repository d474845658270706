import io.github.isolation.it.Bodies
import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// A class with more tests, and a failure with more text, than one message between supervisor and worker can hold.
def reports = Reports.of(new File(basedir, 'target/reports/long').toPath())
def log = Log.of(basedir.toPath())
assert reports.miscounts() == []

// Each of many tests has its result, once, and what had run before the crash did not run again.
def many = reports.casesOf('ManyTestsTest')
assert Counts.of(many) == new Counts(9000, 0, 1, 0)
assert many*.name().toUnique().size() == 9000
assert many.find { it.outcome() == Outcome.ERROR }.type() == 'io.github.isolation.WorkerCrashed'
assert many.find { it.outcome() == Outcome.ERROR }.name().contains('[8998]')
assert Bodies.of(basedir.toPath(), 'long').sort() == ['crashes', 'number 0', 'number 1', 'number 3', 'number 4']
assert log.summaries()[0].contains('isolation: 9,002 tests in 1 fork, 2 workers (1 crashed)')

// A failure is a failure however much it has to say; what is left out is counted.
def failure = reports.only('LongMessageTest', 'comparesDocuments')
assert failure.outcome() == Outcome.FAILED
assert failure.message().startsWith('expected: <aaa')
assert failure.message().length() < 600_000
assert failure.message() =~ / \.\.\. \(isolation left out 1,475,7\d\d characters\)$/
assert reports.only('LongMessageTest', 'passes').outcome() == Outcome.PASSED
assert log.matching('cannot be passed on').isEmpty()
