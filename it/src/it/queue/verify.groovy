import io.github.isolation.it.Outcome
import io.github.isolation.it.Processes
import io.github.isolation.it.QueueMachine
import io.github.isolation.it.QueueServer
import io.github.isolation.it.Reports
import java.nio.file.Files
import java.time.Duration

// So many builds of three machines one of which is killed at a random moment, when asked for: -Dqueue.kills=50.
int kills = Integer.getInteger('queue.kills', 0)
def home = new File(System.getProperty('maven.home'))
def cases = { reports -> reports.cases().collect { "${it.id()} ${it.outcome()}" as String }.sort() }
def mergedReports = new File(basedir, 'target/isolation/merged/reports/io.github.isolation.it/queue/maven-surefire-plugin/default-test')

// One machine runs all of it: one test fails, one is skipped.
def whole = cases(Reports.of(new File(basedir, 'target/reports/whole').toPath()))
assert whole.size() == 20
assert whole.findAll { !it.endsWith(" $Outcome.PASSED") }.size() == 2

new QueueServer(basedir, new File(basedir, 'target/cache'), localRepositoryPath).withCloseable { server ->
  def machine = { run, name, List<String> arguments -> QueueMachine.start(home, basedir, localRepositoryPath, server, run, name, ['test'] + arguments) }
  def has = { it -> "select u.unit from isolation.unit u join isolation.machine m on m.run = u.run and m.number = u.holder where ${it.isThisOne()}" as String }
  def rows = { run, what -> server.ask("select $what from isolation.unit u join isolation.run r on r.id = u.run where r.name = '$run' order by u.unit") }
  // The accounts of a run: those of machines that have left some, and those of the queue. The failing test makes it red.
  def merge = { run ->
    def environment = ['ISOLATION_QUEUE_USER=postgres', "ISOLATION_QUEUE_PASSWORD=${server.password()}" as String]
    def command = ["${home}/bin/mvn" as String, '-B', "-Dmaven.repo.local=$localRepositoryPath" as String, 'isolation:merge', "-Disolation.queue=${server.url()}" as String, "-Disolation.shardRun=$run" as String, "-Disolation.shards=uploads/$run" as String]
    new File(basedir, "uploads/$run").mkdirs()
    def log = new File(basedir, "merge-${run}.log")
    def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).redirectOutput(log)
    environment.each { process.environment().put(it.split('=', 2)[0], it.split('=', 2)[1]) }
    assert process.start().waitFor() == 1
    assert log.readLines().findAll { it.contains('isolation: 9 classes planned, 9 reported once, ') }.size() == 1 : log.text
    assert log.text.contains(' are RED') : log.text
    assert cases(Reports.of(mergedReports.toPath())) == whole
    log
  }

  // Three machines. One is killed when it has results that count and another class in hand; one is stopped for longer than its lease, and others go on without it.
  def ignore = '-Dmaven.test.failure.ignore'
  def lease = ['-Disolation.queueLease=5s', '-Dmillis=900', ignore]
  def killed = machine('killed', 'k1', lease)
  def stopped = machine('killed', 'k2', lease)
  def other = machine('killed', 'k3', lease)
  server.await("select c.name from isolation.class c join isolation.machine m on m.run = c.run and m.number = c.machine where ${killed.isThisOne()}")
  server.await(has(killed))
  killed.signal('KILL')
  assert killed.exitCode() == 137
  // With a class in hand: what it had a moment before may be over.
  def unit = null
  while (unit == null) {
    server.await(has(stopped))
    stopped.signal('STOP')
    unit = server.ask(has(stopped)).find()
    if (unit == null) {
      stopped.signal('CONT')
    }
  }
  // Somebody else has it, or its results.
  server.await("select 1 from isolation.unit u join isolation.machine m on m.run = u.run join isolation.run r on r.id = u.run where r.name = 'killed' and u.unit = $unit and u.deliveries > 1 and ${stopped.isThisOne()} and (u.state = 'done' or u.holder <> m.number)")
  stopped.signal('CONT')
  assert other.exitCode() == 0
  assert stopped.exitCode() == 0
  assert rows('killed', 'u.state').unique() == ['done']
  assert stopped.lines('does not count: another machine has it').size() >= 1
  [killed, stopped, other].each { it.upload('killed') }
  def log = merge('killed')
  assert log.text.contains('3 of 3 machines; longest ')
  // What the killed one had done is known to the queue alone.
  assert log.readLines().findAll { it.contains(' has left no report of work.') && it.contains('their results are from the queue') }.size() == 1
  // Each class is told by one machine, and by none that does not count.
  def told = [stopped, other].collectMany { Files.isDirectory(it.reports()) ? cases(Reports.of(it.reports())) : [] }
  assert told.size() == told.toSet().size()
  assert whole.containsAll(told)

  // A machine that is told to end gives back what it has: the lease would be longer than this whole build may take.
  def patient = ['-Disolation.queueLease=2m', '-Dmillis=500', ignore]
  def ended = machine('ended', 'e1', patient)
  server.await(has(ended))
  ended.signal('TERM')
  assert ended.exitCode() != 0
  server.await("select 1 where not exists (${has(ended)})")
  // The server is unplugged while a machine runs tests, and comes back.
  def survivor = machine('ended', 'e2', patient)
  server.await(has(survivor))
  server.kill()
  server.start()
  assert survivor.exitCode() == 0
  assert rows('ended', 'u.state').unique() == ['done']
  assert rows('ended', 'u.deliveries').unique() == ['1']
  [ended, survivor].each { it.upload('ended') }
  merge('ended')

  // Who comes when all is over runs nothing, and does not make red green.
  def late = machine('ended', 'e3', ['-Disolation.queueLease=2m'])
  assert late.exitCode() == 1
  assert late.lines('the run was over before this machine joined it, and work.Work04Test failed. Nothing was run here.').size() >= 1
  // Who has other classes does not take part.
  def wrong = machine('ended', 'e4', ['-Dtest=Work01Test'])
  assert wrong.exitCode() == 1
  assert wrong.lines('run ended has other classes of io.github.isolation.it:queue/maven-surefire-plugin/default-test than this machine: in the queue, and not here: work.Work02Test').size() >= 1

  def random = new Random(System.nanoTime())
  kills.times { round ->
    def three = (1..3).collect { machine("round$round", "r${round}m$it", ['-Disolation.queueLease=5s', '-Dmillis=300', ignore]) }
    sleep(random.nextInt(12_000))
    three[0].signal('KILL')
    def codes = three*.exitCode()
    println "round $round: $codes"
    assert codes.tail() == [0, 0]
    assert rows("round$round", 'u.state').unique() == ['done']
    three.each { it.upload("round$round") }
    merge("round$round")
  }

  // The password is nowhere.
  assert [killed, stopped, other, ended, survivor].collectMany { it.telling(server.password()) } == []
  // Nothing is left behind: no connection, no process.
  assert Processes.leftAfter(Duration.ofSeconds(20), "${basedir.path}/target/k1") == []
  assert server.ask("select pid from pg_stat_activity where application_name = 'isolation'") == []
}
