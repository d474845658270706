import io.github.isolation.it.Bodies
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def cities = ['Aachen', 'Berlin', 'Celle', 'Dresden', 'Erfurt', 'Fulda', 'Gera', 'Halle']
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
def visited = { printed -> (printed =~ /visited (\w+)/).collect { it[1] } }

// What always fails is a failure after two more attempts, whichever number it has; what passed did not run for the record again.
def again = reports('again')
assert again.classes() as Set == ['DefaultNamesTest', 'ArgumentNamesTest', 'FactoryNamesTest', 'ClassNamesTest'].collect { "disorder.$it" as String } as Set
again.classes().each { type ->
  def cases = again.casesOf(type)
  def failures = cases.findAll { it.outcome() == Outcome.FAILED }
  assert cases.size() == 8 && failures.size() == 1 : type
  assert failures[0].message().contains('Berlin') : type
  assert failures[0].retries()*.kind() == ['rerunFailure', 'rerunFailure'] : type
  assert cases.findAll { it.outcome() == Outcome.PASSED }.every { it.retries().isEmpty() } : type
  assert Bodies.of(basedir.toPath(), 'again').findAll { it.startsWith("${type - 'disorder.'}#") } as Set == cities.collect { "${type - 'disorder.'}#$it" as String } as Set : type
}
assert again.duplicates().isEmpty()

// A class that goes on in another JVM: one error, and one true result for each of the others.
def dies = reports('dies')
['DiesOnceTest', 'DiesOnceFactoryTest'].each { type ->
  def cases = dies.casesOf(type)
  assert cases.size() == 8 : type
  assert cases.count { it.outcome() == Outcome.PASSED } == 7 : type
  def errors = cases.findAll { it.outcome() == Outcome.ERROR }
  assert errors*.type() == ['io.github.isolation.WorkerCrashed'] && visited(errors[0].printed()) == ['Erfurt'] : type
  assert Bodies.of(basedir.toPath(), 'dies').findAll { it.startsWith("$type#") } as Set == cities.collect { "$type#$it" as String } as Set
}

// One that nobody survives: what has no result of its own is an error that says why, and none of it passes for a flake.
def always = reports('dies-and-again')
def known = always.casesOf('DiesAlwaysTest')
def invocations = known.findAll { it.name().startsWith('survives(String)[') }
assert invocations.size() == 8
def erfurt = invocations.findAll { it.outcome() != Outcome.PASSED }
assert erfurt*.outcome() == [Outcome.ERROR] && visited(erfurt[0].printed()).contains('Erfurt')
assert erfurt[0].retries()*.type() == ['io.github.isolation.WorkerCrashed']
assert known.findAll { it.outcome() != Outcome.PASSED }.every { it.type() in ['io.github.isolation.WorkerCrashed', 'io.github.isolation.NotRun'] }
assert known.findAll { it.outcome() == Outcome.PASSED }.every { it.retries().isEmpty() }
assert (always.duplicates() - 'disorder.DiesAlwaysTest#executionError').isEmpty()

// Where several have one name, nobody can tell which of them failed: the one that always does fails the build, under whichever number.
def alike = reports('alike')
assert alike.casesOf('AlikeTest').size() == 8
assert Bodies.of(basedir.toPath(), 'alike').count('AlikeTest#Berlin') == 2
assert alike.casesOf('AlikeTest').findAll { it.outcome() == Outcome.PASSED && it.retries().isEmpty() }.size() == 7

// The same with JUnit 4, which knows tests by an index: all of them run again, and the one that always fails fails the build.
def old = reports('old')
assert old.casesOf('OldParameterizedTest').size() == 8
assert Bodies.of(basedir.toPath(), 'old').count('OldParameterizedTest#Berlin') == 2

// Once tried again, it passes: the build is green, and whoever compares what was run with the reports agrees.
def mended = reports('mended')
['DiesOnceTest', 'DiesOnceFactoryTest'].each { type ->
  def cases = mended.casesOf(type)
  assert cases.size() == 8 && cases.every { it.outcome() == Outcome.PASSED } : type
  assert cases.collectMany { it.retries() }*.kind() == ['flakyError'] : type
}

def log = Log.of(basedir.toPath())
assert log.matching('isolation: the invocations of disorder.DefaultNamesTest.isNotBerlin\\(java.lang.String\\) come in another order in each JVM: ".*" is number \\d here and was \\d before').size() > 0
assert log.matching('and was not tried again').isEmpty()
assert log.matching('is not believed|are not believed|do not match').isEmpty()
assert log.matching('several invocations of disorder.AlikeTest.isNotBerlin\\(java.lang.String\\) are called "is not Berlin", so nobody can tell which of them failed').size() == 1
assert log.matching('^\\[ERROR\\] isolation: an invocation of disorder.AlikeTest.isNotBerlin.* that is called "is not Berlin" failed when it ran again with others of which some had failed').size() > 0
assert log.matching('^\\[ERROR\\] isolation: an invocation of disorder.OldParameterizedTest that is called "isNotBerlin\\[\\d\\]" failed when it ran again').size() > 0
