import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Processes
import io.github.isolation.it.Reports
import groovy.xml.XmlSlurper

// L26, L27: a test that hangs, wherever, is an error that says where; everything else runs; nobody is left behind.
['1-fork', '2-forks'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.counts() == new Counts(15, 0, 5, 0)
  assert reports.duplicates() == [] as Set
  assert reports.miscounts() == []
  def why = [
    NativeReadTest: 'hangs.NativeReadTest.second took longer than 5.0 s (isolation.testTimeout)',
    StoppedTest: 'hangs.StoppedTest.second took longer than 5.0 s (isolation.testTimeout)',
    DeadlockTest: 'hangs.DeadlockTest.second took longer than 2.0 s (@TimeLimit)',
    WholeClassTest: 'hangs.WholeClassTest took longer than 4.0 s (@TimeLimit)']
  assert reports.cases(Outcome.ERROR)*.id() as Set == why.keySet().collect { "hangs.$it#second" as String } + 'hangs.WholeClassTest#third' as Set
  why.each { name, reason ->
    def hung = reports.only(name, 'second')
    assert hung.type() == 'io.github.isolation.TimedOut'
    assert hung.message().contains(reason)
    def file = new XmlSlurper().parse(new File(basedir, "target/reports/$run/TEST-hangs.${name}.xml"))
    assert file.testcase.find { it.@name == 'second' }.@time.toDouble() < 30
  }

  // What is left of a class that has used up its time is not run.
  assert reports.only('WholeClassTest', 'third').type() == 'io.github.isolation.NotRun'
  assert reports.only('WholeClassTest', 'third').message().contains(why.WholeClassTest)

  assert reports.only('NativeReadTest', 'second').text() =~ /"main" .*\n\s+at java\.base[^\n]*RandomAccessFile\.read0\(Native Method\)/
  assert reports.only('NativeReadTest', 'second').text().contains('at hangs.NativeReadTest.readForEver(NativeReadTest.java:')
  def deadlock = reports.only('DeadlockTest', 'second').text()
  assert deadlock =~ /"main" .*BLOCKED on .*held by "the-other-one"\n\s+at hangs\.DeadlockTest\.take\(/
  assert deadlock =~ /"the-other-one" .*BLOCKED on .*held by "main"\n\s+at hangs\.DeadlockTest\.take\(/
  assert deadlock.contains('Deadlocked: ')
}

assert Processes.alive('sleep 86413') == []
assert Processes.alive('sleep 86414') == []
assert Processes.alive(basedir.path) == []

def log = Log.of(basedir.toPath())
assert log.summaries().size() == 2
assert log.summaries().every { it.contains('4 timed out') && it.contains(' 0 crashes, 4 timeouts, 1 test not run') }
assert log.matching('isolation: still running after \\d s: hangs.NativeReadTest.second, in fork [12]').size() >= 2
// And where it is; nobody can tell of the one that has stopped its JVM.
def shown = log.lines().findIndexValues { it =~ /isolation: hangs.NativeReadTest.second is in thread "main" \(RUNNABLE\):$/ }
    .findAll { log.lines()[it as int + 1].contains('RandomAccessFile.read0(') }
// Once in each run, for it does not move. Before, it may have been on its way there.
assert shown.size() == 2
shown.each { at ->
  assert log.lines()[at as int + 1] ==~ /    at java\.base.*RandomAccessFile\.read0\(Native Method\)/
  assert log.lines().subList(at as int, at as int + 10).any { it.contains('    at hangs.NativeReadTest.readForEver(NativeReadTest.java:') }
}
assert log.matching('isolation: hangs.StoppedTest.second is in thread').empty
