import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// L29, L30: commons-text's tests with benchmarks among them that need JMH, which is not there. Stock runs none of them. CI
// leaves out the four classes that take five sixths of the time; with -Dparity=full all run.
int all = System.getProperty('parity') ? 1392 : 1153
int passed = System.getProperty('parity') ? 1356 : 1119
assert !new File(basedir, 'target/reports/stock').exists() || new File(basedir, 'target/reports/stock').list().every { !it.startsWith('TEST-') }

['1-fork', '2-forks', '4-forks'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  def broken = reports.cases(Outcome.ERROR).findAll { it.type() == 'io.github.isolation.DiscoveryError' }
  assert broken.size() == 16 : run
  assert broken*.className().toUnique().size() == 16 : run
  assert broken.every { it.className().contains('.jmh.jmh_generated.') && it.name() == 'initializationError' } : run
  assert broken.every { it.message() =~ /^The tests of this class could not be found: java.lang.NoClassDefFoundError: org.openjdk.jmh/ } : run
  assert broken.every { it.text().contains('java.lang.ClassNotFoundException: org.openjdk.jmh') } : run
  // All the others ran, each once.
  assert reports.cases().size() - broken.size() == all : run
  assert reports.cases(Outcome.PASSED).size() == passed : run
  assert reports.miscounts() == [] : run
}

// With the switch, what comes after the first of them is not run, and is named.
def stopped = Reports.of(new File(basedir, 'target/reports/stop').toPath())
assert stopped.cases(Outcome.ERROR).count { it.type() == 'io.github.isolation.DiscoveryError' } == 1
assert stopped.cases(Outcome.ERROR).count { it.type() == 'io.github.isolation.NotRun' && it.message().contains("isolation.discoveryErrors is 'stop'") } > 0

// A category of its own, apart from failures, crashes and timeouts.
def log = Log.of(basedir.toPath())
assert log.matching('Tests run: 0, Failures: 0, Errors: 0, Skipped: 0').size() == 1
assert log.summaries().size() == 4
assert log.summaries()[0..2].every { it.contains(String.format('isolation: %,d tests in ', all)) && it.contains(', 16 discovery errors, 0 crashes, 0 timeouts, 0 not run') }
assert log.summaries()[3].contains(', 1 discovery error, ') && !log.summaries()[3].contains(' 0 not run')
