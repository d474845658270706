import io.github.isolation.it.Bodies
import io.github.isolation.it.KillableBuild
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports
import java.time.Duration

// L15, L17, L22, L24: kill -9 at random moments. -Dchaos.runs=100 for more of it, -Dchaos.seed=N to see one again. Odd seeds
// are of one class that all forks share, even ones of thirty.
int runs = Integer.getInteger('chaos.runs', 2)
long firstSeed = Long.getLong('chaos.seed', System.nanoTime())
def names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
def ofThirty = (1..30).collectMany { number -> names.collect { String.format('chaos.C%02dTest#%s', number, it) } }.sort()
def ofOne = ((1..20).collect { String.format('chaos.WideTest#t%02d', it) } + (1..20).collect { "chaos.WideTest#many(int)[$it]" as String }).sort()
def totalKilled = 0

(0..<runs).each { number ->
  long seed = firstSeed + number
  def run = "seed-$seed" as String
  boolean shared = seed % 2 != 0
  def planned = shared ? ofOne : ofThirty
  def arguments = ['-DforkCount=4'] + (shared ? ['-Dtest=WideTest', '-Disolation.splitClasses=tail'] : ['-Dtest=C*Test'])
  KillableBuild.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, run, arguments).withCloseable { maven ->
    int killed = maven.killWorkersAtRandom(seed)
    totalKilled += killed
    println "chaos: seed $seed, $killed killed"
    assert maven.leftAfter(Duration.ofSeconds(30)) == [] : "seed $seed"
  }
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())

  // Planned = reported; what else is there are errors of a class whose worker died between two of its tests.
  def tests = reports.cases().findAll { !(it.name() in ['executionError', 'many{int}']) }
  // A test whose invocations were not known yet is one error for all that did not run.
  def unknown = reports.cases().findAll { it.name() == 'many{int}' }
  assert unknown.every { it.type() == 'io.github.isolation.NotRun' } : "seed $seed"
  assert tests*.id().sort() == (unknown.empty ? planned : planned.findAll { tests*.id().contains(it) }) : "seed $seed"
  assert reports.cases().findAll { it.name() == 'executionError' }.every { it.outcome() == Outcome.ERROR } : "seed $seed"
  assert reports.miscounts() == [] : "seed $seed"
  assert tests.every { it.outcome() in [Outcome.PASSED, Outcome.ERROR] } : "seed $seed"
  assert reports.cases(Outcome.ERROR).every { it.type() in ['io.github.isolation.WorkerCrashed', 'io.github.isolation.NotRun'] } : "seed $seed"

  // Nothing passed that did not come to its end, and nothing ran twice.
  def completed = Bodies.of(basedir.toPath(), run)
  assert completed.size() == completed.toUnique().size() : "seed $seed"
  assert tests.findAll { it.outcome() == Outcome.PASSED && !completed.contains(it.id()) } == [] : "seed $seed"
}
assert totalKilled > runs
