import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def reports = { String run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
def number = { String name -> new File(basedir, "target/counters/$name").text }

// 4 forks × 200: with the locks 800 each, and the class that wants to be alone was.
assert reports('locked').counts() == new Counts(1601, 0, 0, 0)
assert number('locked-junit') == '800'
assert number('locked-ours') == '800'
assert new File(basedir, 'target/counters/locked-alone-was').text == 'here\n'
assert new File(basedir, 'target/counters/locked-classes').readLines().countBy { it } == [begins: 4, ends: 4]

// The same with parallel tests inside each fork.
assert reports('parallel').counts() == new Counts(1600, 0, 0, 0)
assert number('parallel-junit') == '800'
assert number('parallel-ours') == '800'

// Without them, the same tests lose some: four forks did run side by side.
println "locks: without them ${number('open-junit')} and ${number('open-ours')} of 800"
assert number('open-junit').toInteger() < 800

// A lock is free when its worker dies; until then the waiter is told about, by slowAfter.
def dies = reports('dies')
assert dies.only('LockDiesTest', 'dies').outcome() == Outcome.ERROR
assert dies.only('LockWaitsTest', 'getsItWhenTheOtherHasDied').outcome() == Outcome.PASSED
assert Log.of(basedir.toPath()).matching(/isolation: fork \d has waited \d+ s for the lock 'printer' to write, which process \d+ took last/).size() >= 1
