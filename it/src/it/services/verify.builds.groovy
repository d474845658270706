import io.github.isolation.it.Counts
import io.github.isolation.it.KillableBuild
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Processes
import io.github.isolation.it.Reports
import io.github.isolation.record.RecordReader
import io.github.isolation.record.ServiceFact
import java.time.Duration

def log = Log.of(basedir.toPath())
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
def isDead = { pid -> !ProcessHandle.of(pid as long).map { it.alive }.orElse(false) }

// Six classes that change the same data, in two forks.
assert reports('quiet').counts() == new Counts(12, 0, 0, 0)
def facts = new File(basedir, 'target/isolation/runs').listFiles().collectMany { RecordReader.read(new File(it, 'record.jsonl').toPath()) }.findAll { it instanceof ServiceFact }
assert facts*.service() as Set == ['stub'] as Set
assert facts*.event() as Set == ['started', 'restored', 'stopped', 'ended', 'failed'] as Set

// A password for each fork, which nobody is shown.
def secrets = new File(basedir, 'target/secrets').listFiles()
assert secrets*.name as Set == ['quiet-1', 'quiet-2'] as Set
assert secrets*.text.toUnique().size() == 2
def shown = [new File(basedir, 'build.log')]
['isolation/runs', 'reports'].each { place -> new File(basedir, "target/$place").eachFileRecurse(groovy.io.FileType.FILES) { shown << it } }
assert shown.size() > 20
secrets*.text.each { secret -> assert shown.findAll { it.text.contains(secret) } == [] }

// The test in flight is an error that names the service; the rest of its class has another one.
assert reports('dies').counts() == new Counts(3, 0, 1, 0)
def died = reports('dies').cases(Outcome.ERROR)[0]
assert died.id() == 'shop.KillsTest#b'
assert died.type() == 'io.github.isolation.ServiceEnded'
assert died.message().startsWith("service 'stub' of fork 1 ended: SIGKILL (exit status 137). It last said:")
assert died.message().contains('listening on ')

assert log.matching("isolation: verdict: shop.KillsTest.b: fails alone \\(in 2 of 2 runs\\)").size() == 1
assert log.matching('isolation: verdict: 2 worker runs for 1 failure$').size() == 1

assert reports('deaf').counts() == new Counts(1, 0, 0, 0)
assert new File(basedir, 'target/deaf.pids').text.split().every(isDead)

assert reports('taken').counts() == new Counts(1, 0, 0, 0)
// Somebody else on this machine may have taken one in another run as well.
def moved = log.lines().findIndexValues { it =~ /^\[WARNING\] isolation: service 'stub' of fork 1 has another port now, because somebody else uses/ }
assert moved.count { at -> log.lines().drop(at as int).find { it.contains('Running shop.') }.endsWith('Running shop.Alone') } == 1

['exits': 'ended before it was ready \\(log:\\^ready\\): exit status 3', 'never': 'was not ready \\(log:\\^ready\\) after 1000 ms \\(<startTimeout>\\)'].each { run, what ->
  assert reports(run).counts() == new Counts(1, 0, 1, 0)
  def notRun = reports(run).cases(Outcome.ERROR)[0]
  assert notRun.type() == 'io.github.isolation.NotRun'
  assert notRun.message() =~ "^Not run: service 'stub' of fork 1 $what"
  assert notRun.message().contains("Its command was: /bin/sh src/test/sh/${run}.sh ")
  assert log.matching("^\\[WARNING\\] isolation: service 'stub' of fork 1 $what").size() == 1
}
assert reports('exits').cases()[0].message().contains('It last said:\n  no such table')
assert new File(basedir, 'target/never.pids').text.split().every(isDead)

// kill -9 at random moments: -Dservices.kills=30 for more of it, -Dservices.seed=N to see one again.
int kills = Integer.getInteger('services.kills', 3)
long firstSeed = Long.getLong('services.seed', System.nanoTime())
def patience = Duration.ofSeconds(30)
def servers = { ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').contains("$basedir/target/isolation/services/stub.options") }.toList() }
def jvms = { marker -> ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').with { it.contains(basedir.path) && it.contains(marker) } }.toList() }
def victims = [
  server: servers,
  worker: { jvms('-XX:ErrorFile=') },
  supervisor: { jvms('-XX:ErrorFile=').collectMany { it.parent().stream().toList() }.toUnique() }
]
(0..<kills).each { number ->
  long seed = firstSeed + number
  def random = new Random(seed)
  def kind = (victims.keySet() as List)[number % 3]
  def run = "killed-$seed" as String
  KillableBuild.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, run, ['-Dtest=?Test']).withCloseable { maven ->
    // Where there is one, it is killed after a while.
    def found = []
    for (int turn = 0; turn < 600 && found.isEmpty(); turn++) {
      Thread.sleep(turn == 0 ? 1 : 100)
      found = victims[kind]()
    }
    assert !found.isEmpty() : "seed $seed, no $kind"
    Thread.sleep(random.nextInt(2000))
    def running = servers()
    found = victims[kind]()
    found.each { it.destroyForcibly() }
    println "services: seed $seed, killed ${found.size()} $kind of ${running.size()} servers"
    if (kind == 'supervisor' && !found.isEmpty()) {
      assert Processes.leftAfter(patience, running) == [] : "seed $seed"
    }
    maven.exitCode()
    assert maven.leftAfter(patience) == [] : "seed $seed"
  }
}

// After all that, the next build is as the first.
KillableBuild.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, 'again', ['-Dtest=?Test']).withCloseable { maven ->
  assert maven.exitCode() == 0
  assert reports('again').counts() == new Counts(12, 0, 0, 0)
  assert maven.leftAfter(patience) == []
}
