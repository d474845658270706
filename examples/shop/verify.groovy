import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// Our build runs this; whoever copies the example needs neither this file nor invoker.properties.
def lines = Log.of(basedir.toPath()).lines()
def border = lines.findIndexOf { it.contains('isolation: maven-surefire-plugin (default-test) of shop: forkCount 2') }
assert border > 0
def before = new Log(lines.subList(0, border))
def after = new Log(lines.subList(border, lines.size()))
def only = { log, regex -> def found = log.matching(regex); assert found.size() >= 1 : regex; found[0] }
def LABELS = ['oneLabelIsPrinted', 'threeLabelsArePrinted', 'twoLabelsArePrinted']
def CLASSES = ['shop.BestCustomersTest', 'shop.CustomerLanguageTest', 'shop.ForgetsCustomersTest', 'shop.LettersTest', 'shop.PriceListTest']

// Without the plugin: two forks, one database, so the second to come cannot boot it; and a class of which no report knows.
def stock = Reports.of(new File(basedir, 'without-the-plugin/target/surefire-reports').toPath())
def refused = stock.cases(Outcome.ERROR)
assert refused.size() > 0
assert refused.every { it.type() == 'java.sql.SQLException' && it.text().contains('Another instance of Derby may have already booted the database') }
assert stock.cases(Outcome.FAILED) == []
assert stock.cases().size() == 16
assert stock.classes() as Set == CLASSES as Set
assert stock.miscounts() == []

// With it: every test has a result, and the only error is the test that ended its JVM.
def reports = Reports.of(new File(basedir, 'target/surefire-reports').toPath())
assert reports.classes() as Set == (CLASSES + 'shop.LabelsTest') as Set
assert reports.cases().size() == 19
assert reports.cases(Outcome.PASSED).size() == 18
assert reports.cases(Outcome.ERROR)*.id() == ['shop.LabelsTest#threeLabelsArePrinted']
assert reports.only('LabelsTest', 'threeLabelsArePrinted').message().contains('exit status 134')
assert reports.casesOf('LabelsTest')*.name().sort() == LABELS
assert reports.miscounts() == []
assert reports.duplicates() == [] as Set

// Each fork has its own copy of both fixtures, and classes ran in both. LabelsTest ran in two workers: 6 or 7 notes in all.
def forks = [1, 2].collect { new File(basedir, "target/isolation/forks/$it") }
assert forks.every { new File(it, 'fixtures/langdetect/langdetect-183.bin').length() == 10568188 }
assert forks.every { new File(it, 'fixtures/customers/database/service.properties').isFile() }
assert forks.every { new File(it, 'classes').list().size() > 0 }
assert forks.collectMany { new File(it, 'classes').list() as List } as Set == (CLASSES + 'shop.LabelsTest')*.replace('shop.', '') as Set
assert new File(forks[0], 'classes').listFiles().every { it.text == '1' }
assert new File(forks[1], 'classes').listFiles().every { it.text == '2' }
assert new File(basedir, 'target/isolation/forks').list().findAll { it ==~ /\d+/ } as Set == ['1', '2'] as Set

assert after.summaries().size() == 1
assert after.summaries()[0].startsWith('[INFO] isolation: 19 tests in 2 forks, 3 workers (1 crashed), 1 crash,')

// What happened, as a page, which Maven names at the end.
def page = new File(basedir, 'target/isolation/report/index.html')
assert page.text.contains('threeLabelsArePrinted')
assert only(after, /^\[INFO\] isolation: what happened: /).endsWith(page.path)

// For whoever ran this to see it: lines of both consoles, past Maven, which may be quiet.
def plain = { it.replaceFirst(/^\[\w+\] +/, '').replaceAll(/Failed to start database.*/, 'Failed to start database ...') }
def screen = [
  '',
  '  Before: Surefire alone, mvn test -DforkCount=2',
  '',
  '    ' + plain(only(before, /^\[ERROR\]   CustomerLanguageTest\.|^\[ERROR\]   BestCustomersTest\./)) + (refused.size() > 1 ? " (and ${refused.size() - 1} more)" : ''),
  '    ' + plain(only(before, 'Caused by: ERROR XSDB6')).replaceAll(/the database .*/, 'the database ...'),
  '    ' + plain(only(before, 'terminated without properly saying goodbye')),
  '    ' + plain(only(before, /^\[\w+\] Tests run: \d+, Failures: 0, Errors: \d+, Skipped: 0$/)),
  '',
  '    19 tests were to be run. The 3 of LabelsTest, which ended its JVM, are neither counted nor in any report.',
  '',
  '  After: the same command, with isolation-maven-plugin in the POM',
  '',
  '    ' + plain(only(after, "fixture 'customers' seeded: ")),
  '    ' + plain(only(after, 'the worker of fork \\d crashed')),
  '    ' + plain(only(after, /^\[ERROR\]   LabelsTest.threeLabelsArePrinted/)),
  '    ' + plain(only(after, /^\[\w+\] Tests run: 19, Failures: 0, Errors: 1, Skipped: 0$/)),
  '    ' + plain(after.summaries()[0]),
  '',
  "    Reports: ${new File(basedir, 'target/surefire-reports')}",
  '    Each fork had its own: ' + new File(forks[0], 'fixtures').list().findAll { !it.startsWith('.') }.sort().join(', ') + ", in ${forks[0].parentFile}",
  "    What happened, to look at: $page",
  '']
// The README shows lines of this screen. Numbers and the first test that finds the database locked are others each time.
def shape = { it.strip().replaceFirst(/ \(and \d+ more\)$/, '').replaceAll(/^\w+Test\.\w+:\d+/, 'TEST').replaceAll(/\d+([.,]\d+)?/, '0') }
def encoded = { new String(it.getBytes('ISO-8859-1'), 'UTF-8') }
def hurts = new File(basedir, '../../../../README.md').getText('UTF-8').split('\n## ').find { it.startsWith('What hurts') }
def shown = hurts.split('```').toList().withIndex().findAll { it.v2 % 2 == 1 }.collectMany { it.v1.readLines().findAll { line -> !line.isBlank() } }
assert shown.size() == 8
assert shown*.with(shape) - screen.collect(encoded)*.with(shape) == []

// In the encoding that Log reads, so that every byte comes out as it came in.
new FileOutputStream(FileDescriptor.out).write((screen.join('\n') + '\n').getBytes('ISO-8859-1'))
assert screen.size() < 24
