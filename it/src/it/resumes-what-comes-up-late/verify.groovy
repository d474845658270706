import io.github.isolation.it.Bodies
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// L22: tests that nobody knows of before they run. What cannot be resumed is an error, what runs again is counted once, and
// nothing is lost.
def stock = Reports.of(new File(basedir, 'target/reports/stock').toPath())
def ours = Reports.of(new File(basedir, 'target/reports/ours').toPath())
def outcomes = { reports, type -> reports.cases().findAll { it.id().startsWith("late.$type") }.collectEntries { [it.id() - "late.$type#", it.outcome()] } }
assert stock.cases().size() == 35
assert ours.cases().size() == 32
assert ours.duplicates() == [] as Set
assert ours.miscounts() == []
def hung = ours.cases(Outcome.ERROR).findAll { it.id().startsWith('late.AlwaysHangsTest') }
assert hung.collectEntries { [it.name(), it.type()] } == [step3: 'io.github.isolation.TimedOut', executionError: 'io.github.isolation.NotRun']
assert hung.every { it.message().contains('took longer than 3.0 s') }
def crashed = ours.cases(Outcome.ERROR) - hung - ours.only('SkipsAndFailsTest', 'step4')
// What stands for tests that did not begin says so by its type.
def notRun = crashed.findAll { it.type() == 'io.github.isolation.NotRun' }
assert notRun*.id() as Set == ['late.AlwaysUnluckyTest#executionError', 'late.ParameterizedClassTest#after()[2]', 'late.ParameterizedClassTest#alsoAfter(int)[2]'] as Set
assert (crashed - notRun).every { it.type() == 'io.github.isolation.WorkerCrashed' }
assert crashed.every { it.message().contains('exit status 3') }

// An engine that runs all steps again: the first result of each stands, also that of the step that passes this time.
assert outcomes(ours, 'OnceUnluckyTest') == outcomes(stock, 'OnceUnluckyTest')
assert Bodies.of(basedir.toPath(), 'ours').count('OnceUnluckyTest#step1') == 2
assert Bodies.of(basedir.toPath(), 'ours').count('OnceUnluckyTest#step5') == 1
// Once in each attempt that ran something again: one of the second build, two of the third.
assert Log.of(basedir.toPath()).matching('isolation: tests of late.OnceUnluckyTest run again although they have their result').size() == 3

// Also of the step that was skipped, and said to be skipped again.
def skipsAndFails = outcomes(stock, 'SkipsAndFailsTest')
assert skipsAndFails == [step1: Outcome.PASSED, step2: Outcome.SKIPPED, step3: Outcome.ERROR, step4: Outcome.ERROR, step5: Outcome.PASSED]
assert outcomes(ours, 'SkipsAndFailsTest') == skipsAndFails
assert Bodies.of(basedir.toPath(), 'ours').count('SkipsAndFailsTest#step1') == 2

// The same where no replacement comes further: the class says that something of it is missing.
def always = outcomes(ours, 'AlwaysUnluckyTest')
assert always == [step1: Outcome.PASSED, step2: Outcome.PASSED, step3: Outcome.ERROR, executionError: Outcome.ERROR]

assert outcomes(ours, 'AlwaysHangsTest') == always

// A parameterized class: the invocation in which it crashed cannot be resumed, the next one runs.
def all = outcomes(stock, 'ParameterizedClassTest')
def expected = all.findAll { !it.key.startsWith('alsoAfter(int)[2]') } + ['after()[2]': Outcome.ERROR, 'alsoAfter(int)[2]': Outcome.ERROR]
assert all.size() == 15
assert outcomes(ours, 'ParameterizedClassTest') == expected
assert expected.values().count(Outcome.PASSED) == 11
assert ours.only('ParameterizedClassTest', 'after()[2]').message().contains('had not begun was not run')
def bodies = Bodies.of(basedir.toPath(), 'ours').findAll { it.startsWith('ParameterizedClassTest') }
assert bodies.size() == bodies.toUnique().size()
assert bodies.size() == 12

// Tried again, too: only what failed counts, although JUnit and other engines run more than that.
def again = Reports.of(new File(basedir, 'target/reports/ours-again').toPath())
assert again.cases().collect { it.id() }.sort() == ours.cases().collect { it.id() }.sort()
assert again.duplicates() == [] as Set
def attempts = { name -> again.cases().find { it.id() == "late.$name" }.with { [it.outcome(), it.retries()*.kind()] } }
assert attempts('OnceUnluckyTest#step3') == [Outcome.PASSED, ['flakyError']]
assert attempts('ParameterizedClassTest#after()[2]') == [Outcome.ERROR, ['rerunError']]
assert attempts('ParameterizedClassTest#unluckyWithTwo()[2]') == [Outcome.ERROR, ['rerunError']]
assert again.cases().findAll { it.outcome() == Outcome.PASSED && it.retries() }*.id() == ['late.OnceUnluckyTest#step3', 'late.SkipsAndFailsTest#step3']

// A worker retires at a failure, and its replacement goes on beyond the same failure.
def retiring = Reports.of(new File(basedir, 'target/reports/retiring').toPath())
assert outcomes(retiring, 'SkipsAndFailsTest') == skipsAndFails
assert Bodies.of(basedir.toPath(), 'retiring').count('SkipsAndFailsTest#step4') == 2
assert Log.of(basedir.toPath()).summaries()[2].contains('3 workers (1 retired after a failure, 1 crashed)')
