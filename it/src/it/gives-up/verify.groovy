import io.github.isolation.it.Bodies
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// L16: at the second of two crashes that are allowed, what is left is an error each that says so, and nothing is silent.
def crashes = Reports.of(new File(basedir, 'target/reports/crashes').toPath())
assert crashes.classes() as Set == (1..3).collect { "ends.Crash${it}Test" as String } as Set
assert crashes.only('Crash1Test', 'culprit').type() == 'io.github.isolation.WorkerCrashed'
assert crashes.only('Crash1Test', 'after').outcome() == Outcome.PASSED
assert crashes.only('Crash2Test', 'culprit').type() == 'io.github.isolation.WorkerCrashed'
assert crashes.only('Crash2Test', 'after').outcome() == Outcome.ERROR
def notRun = crashes.casesOf('Crash3Test')
assert notRun.size() == 1
assert notRun[0].type() == 'io.github.isolation.NotRun'
assert notRun[0].message().contains('2 workers crashed, and isolation.maxCrashes is 2')
assert Bodies.of(basedir.toPath(), 'crashes') ==
  ['Crash1Test#before', 'Crash1Test#culprit', 'Crash1Test#after', 'Crash2Test#before', 'Crash2Test#culprit']

// forkedProcessTimeoutInSeconds: what Maven ends is not begun again, neither the rest of the class nor what failed in it.
assert Bodies.of(basedir.toPath(), 'patience') == ['Hangs#passes', 'Hangs#fails', 'Hangs#hangs']
def patience = Reports.of(new File(basedir, 'target/reports/patience').toPath())
assert patience.only('HangsTest', 'passes').outcome() == Outcome.PASSED
assert patience.only('HangsTest', 'fails').type() == 'java.lang.IllegalStateException'
assert patience.only('HangsTest', 'hangs').type() == 'io.github.isolation.NotRun'
assert patience.casesOf('HangsWaitingTest')*.type() == ['io.github.isolation.NotRun']
assert patience.cases(Outcome.ERROR).findAll { it.type() == 'io.github.isolation.NotRun' }.every { it.message().contains('Maven ended the fork') }

def log = Log.of(basedir.toPath())
assert log.matching('There was a timeout in the fork').size() > 0
assert log.summaries().size() == 1
assert log.summaries()[0].contains(' 2 crashes, 0 timeouts, ')

// All that is wrong with the settings at once, with what to write instead, before anything is built.
assert log.matching('isolation: 4 settings cannot be understood:').size() == 1
assert log.matching("  - <forkCount> \\(isolation.forkCount\\): 'many' is not a number of forks; write a number such as 4").size() == 1
assert log.matching("  - <maxCrashes> \\(isolation.maxCrashes\\): '0' is no number of crashes; write 1 or more").size() == 1
assert log.matching("  - <slowAfter> \\(isolation.slowAfter\\): 'soon' is not a duration; write 500ms, 30s, 5m, 1h or 30d").size() == 1
assert log.matching("  - <reseed> \\(isolation.reseed\\): 'always' is none of onReplace, everyClass, never").size() == 1
assert log.matching('Nothing was built. Correct this').size() == 1
assert log.matching('There was an error in the forked process') == []
assert !new File(basedir, 'target/bodies/nonsense.txt').exists()

// A directory that cannot be one: the file, what is wrong with it, and the setting it comes from.
def pom = java.util.regex.Pattern.quote(new File(basedir, 'pom.xml').path)
assert log.matching("^\\[ERROR\\] Failed to execute goal .*:prepare-forks .*: ${pom}.*: (Not a directory|something of this name is there already) \\(isolation.directory is ${pom}\\)").size() == 1
