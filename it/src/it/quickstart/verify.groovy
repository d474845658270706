import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// Every test passed, and each is reported once.
def reports = Reports.of(new File(basedir, 'target/surefire-reports').toPath())
assert reports.classes() as Set == ['shop.BestCustomersTest', 'shop.CustomerLanguageTest', 'shop.ForgetsCustomersTest', 'shop.LettersTest', 'shop.PriceListTest'] as Set
assert reports.cases().size() == 16
assert reports.cases(Outcome.PASSED).size() == 16
assert reports.miscounts() == []
assert reports.duplicates() == [] as Set

// Each fork has its own copy of both fixtures, and classes ran in both: 5 in all.
def forks = [1, 2].collect { new File(basedir, "target/isolation/forks/$it") }
assert forks.every { new File(it, 'fixtures/langdetect/langdetect-183.bin').length() == 10568188 }
assert forks.every { new File(it, 'fixtures/customers/database/service.properties').isFile() }
assert forks.every { new File(it, 'classes').list().size() > 0 }
assert forks.collectMany { new File(it, 'classes').list() as List }.size() == 5
assert new File(forks[0], 'classes').listFiles().every { it.text == '1' }
assert new File(forks[1], 'classes').listFiles().every { it.text == '2' }
assert new File(basedir, 'target/isolation/forks').list().findAll { it ==~ /\d+/ } as Set == ['1', '2'] as Set

// The console tells it in one line.
def log = Log.of(basedir.toPath())
assert log.summaries().size() == 1
assert log.summaries()[0].startsWith('[INFO] isolation: 16 tests in 2 forks')
assert log.summaries()[0].contains(' 0 crash')

// For whoever ran this to see it. (The script's last value must not be a list: the invoker would take it for a failure.)
for (fork in forks) {
  println fork
  println "  ran      ${new File(fork, 'classes').list().sort().join(', ')}"
  println "  its own  ${new File(fork, 'fixtures').list().findAll { !it.startsWith('.') }.sort().collect { "fixtures/$it" }.join(', ')}"
}
