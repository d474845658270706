import io.github.isolation.it.Bodies
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Records
import io.github.isolation.it.Reports

// L15, L17, L22: however a JVM ends, and wherever in its class: each test has one result, and the guilty one is named.
def deaths = [
  ExitZero: /exit status 0; System\.exit was called by thread "main"/,
  ExitThree: /exit status 3; System\.exit was called by thread "main"/,
  HaltZero: /exit status 0\b(?!; System)/,
  HaltThree: /exit status 3\b(?!; System)/,
  SegmentationFault: /exit status 134 \(SIGABRT\); the JVM reports SIGSEGV .*Unsafe.*worker-\d+-hs_err\.log/,
  Abort: /exit status 134 \(SIGABRT\)/,
  NativeStack: /exit status 139 \(SIGSEGV\)/,
  KillNine: /exit status 137 \(SIGKILL\)/,
  Heap: null]
def names = ['first', 'second', 'third']
def three = names as Set
def places = ['First', 'Middle', 'Last']
def runs = ['3.6.1-2-fresh', '3.5.6-2-reused', '3.2.5-1-reused']
// In CI, the first run has each way in each place, and each of the others has each way in one place, not the same one: all with -Dparity=full.
boolean all = System.getProperty('parity') != null
def placesOf = { String run, int way -> all || run == runs[0] ? places : [places[(way + runs.indexOf(run) - 1) % 3]] }

runs.each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert Records.runs(new File(basedir, "target/reports/$run").toPath()) == 1
  def bodies = Bodies.of(basedir.toPath(), run)
  // Surefire 3.2.5 gives a nested class a file of its own.
  assert reports.classes()*.replaceAll(/\$.*/, '').toSet().size() == 5 + (0..8).sum { placesOf(run, it).size() }
  assert reports.duplicates() == [] as Set
  assert reports.miscounts() == []

  deaths.eachWithIndex { way, death, number ->
    placesOf(run, number).each { position ->
      int culprit = places.indexOf(position)
      def cell = "matrix.$way${position}Test" as String
      def cases = reports.casesOf(cell)
      assert cases.size() == 3 && cases*.name() as Set == three
      assert cases.findAll { it.name() != names[culprit] }.every { it.outcome() == Outcome.PASSED }
      def guilty = reports.only(cell, names[culprit])
      assert guilty.outcome() == Outcome.ERROR
      // Without -XX:+ExitOnOutOfMemoryError it is JUnit that gives up on an OutOfMemoryError, and the worker with it.
      assert guilty.type() == 'io.github.isolation.WorkerCrashed'
      assert guilty.message() =~ (way != 'Heap' ? death : run == '3.6.1-2-fresh' ? /out of memory, exit status 3\b/ : /out of memory(, exit status [1-9]\d*)?\. It last printed:\s+java\.lang\.OutOfMemoryError: Java heap space/)
      assert guilty.text() =~ (way.startsWith('Exit') ? /at matrix\.Way\$\d\.end\(Way\.java:\d+\)\s+at matrix\.Dies\.body/ : /at matrix\.\w+Test\.\w+\(/)
      // Nothing ran twice, and nothing is reported that did not run.
      assert bodies.findAll { it.startsWith("$cell#") }.sort() == ["$cell#1", "$cell#2", "$cell#3"]*.toString()
    }
  }

  // The error reports of the JVMs that the messages speak of are still there.
  def segmentationFaults = reports.cases(Outcome.ERROR).findAll { it.className().startsWith('matrix.SegmentationFault') }
  assert segmentationFaults.size() == placesOf(run, 4).size()
  assert segmentationFaults.every { new File((it.message() =~ /see (\S+hs_err\.log)/)[0][1]).text.contains('SIGSEGV') }

  // Before the first test: the class is tried once more, and then all of them are errors.
  ['ExitBeforeAllTest', 'ExitStaticInitializerTest'].each { name ->
    def cases = reports.casesOf(name)
    assert cases.size() == 4 && cases*.name() as Set == three + 'executionError'
    assert cases.every { it.outcome() == Outcome.ERROR }
    assert cases.findAll { it.type() == 'io.github.isolation.WorkerCrashed' }*.name() == ['executionError']
    assert cases.findAll { it.type() == 'io.github.isolation.NotRun' }.every { it.message().startsWith('Not run: 2 workers died while the class was being set up. ') }
    assert cases.count { it.type() == 'io.github.isolation.NotRun' } == 3
    assert cases.every { it.message() =~ /System\.exit was called by thread "main"/ && it.text().contains("at matrix.$name.") }
    assert bodies.every { !it.contains(name) }
  }

  // After the last one, and between two: they passed, and the class has an error.
  def after = reports.casesOf('ExitAfterAllTest')
  assert after.findAll { it.outcome() == Outcome.PASSED }*.name() as Set == three
  assert after.findAll { it.outcome() != Outcome.PASSED }*.type() == ['io.github.isolation.WorkerCrashed']
  assert after.find { it.outcome() != Outcome.PASSED }.text().contains('at matrix.ExitAfterAllTest.exit(')

  def between = reports.cases().findAll { it.className().startsWith('matrix.ExitBetweenTest') }
  assert between.findAll { it.outcome() == Outcome.PASSED }*.name() as Set == ['starts', 'comesAfter'] as Set
  assert between.findAll { it.outcome() != Outcome.PASSED }*.type() == ['io.github.isolation.WorkerCrashed']
  assert between.find { it.outcome() != Outcome.PASSED }.message() =~ /System\.exit was called by thread "time-bomb"/
  assert between.find { it.outcome() != Outcome.PASSED }.text().contains('at matrix.ExitBetweenTest.exitLater(')
  assert bodies.findAll { it.startsWith('matrix.ExitBetweenTest') }.size() == 2

  // After the goodbye: no test's fault.
  assert reports.casesOf('HaltInHookTest').size() == 3
  assert reports.casesOf('HaltInHookTest').every { it.outcome() == Outcome.PASSED }
}

def log = Log.of(basedir.toPath())
assert log.matching('^\\[WARNING\\] isolation: the worker of fork \\d had said goodbye and then ended with exit status 5').size() == runs.size()
def summaries = log.summaries()
assert summaries.size() == runs.size()
// 9 ways in their places, one in each of the classes of their own but the one that had said goodbye, and a second one in those that
// die before their first test.
runs.eachWithIndex { run, number -> assert summaries[number].contains(" ${6 + (0..8).sum { placesOf(run, it).size() }} crashes,") }
assert summaries.every { it.contains(' 0 timeouts, 6 tests not run') }
