import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// Of a run that is whole, the second pair of eyes has nothing to say.
def whole = Reports.of(new File(basedir, 'target/reports/whole').toPath())
assert whole.counts() == new Counts(20, 1, 0, 3)
assert whole.miscounts() == []

// Where reports were lost, doubled, changed or cut off, all of it is said at once, with both sides.
def log = Log.of(basedir.toPath())
def seen = [
  'eyes.LostTest: Maven was told of 2 results \\(2 passed\\), and the report files have 0 test cases',
  'eyes.DoubledTest: Maven was told of 2 results \\(2 passed\\), and the report files have 4 test cases',
  'eyes.FailsTest: Maven was told of 2 results \\(1 passed, 1 failure\\), and the report files have 2 test cases \\(',
  'eyes.LosesOneTest: Maven was told of 2 results \\(2 passed\\), and the report files have 1 test case \\(',
  'eyes.CutOffTest: Maven was told of 2 results \\(2 passed\\), and the report files have 0 test cases',
  'the report file TEST-eyes.CutOffTest.xml is cut off \\(',
]
seen.each { line -> assert log.matching("^(\\[ERROR\\])? +- $line").size() == 2 : line }
assert log.matching('^(\\[ERROR\\])? +- .*the report files? ').size() == 2 * seen.size()
assert log.matching('^(\\[ERROR\\])? +- .*FineTest') == []
assert log.matching('^\\[ERROR\\] Failed to execute goal .*:verify-reports \\(isolation-verify-after-verify\\) .*are not the same').size() == 1
assert log.matching('^\\[WARNING\\] isolation: what was to be run, what was run and what the report files say are not the same').size() == 1
assert log.matching('-Disolation.skip runs the tests without it').size() >= 2

// A supervisor that is gone before its end is missed after the tests of Surefire, where its reports are whole.
def unfinished = Reports.of(new File(basedir, 'target/reports/unfinished').toPath())
assert unfinished.counts() == new Counts(20, 1, 0, 3)
assert log.matching('^(\\[ERROR\\])? +- the supervisor began, and was gone before it had closed its books: .*\\(run killed\\)').size() == 1
assert log.matching('^\\[ERROR\\] Failed to execute goal .*:verify-reports \\(isolation-verify-after-test\\)').size() == 1

// Without report files there is nothing to compare with, and no reason to fail.
assert !new File(basedir, 'target/reports/no-reports').list().any { it.endsWith('.xml') }
assert log.matching('^\\[DEBUG\\] isolation: the report files of run .* are not compared with what was run: there are none \\(disableXmlReport\\)').size() == 1
assert log.summaries().size() == 5

// What was compared can be looked at.
def books = new File(basedir, 'target/isolation/runs').listFiles().collect { new File(it, 'books.tsv') }
assert books.every { it.isFile() }
assert books.count { it.text.contains('\nended\t') } == 5
assert books.findAll { it.text.contains('\nended\t') }.every { it.text.contains('\nset\teyes.FineTest\t') }
