import io.github.isolation.it.Outcome
import io.github.isolation.it.Processes
import io.github.isolation.it.QueueMachine
import io.github.isolation.it.QueueServer
import io.github.isolation.it.Reports
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
  def merged = { run ->
    def environment = ['ISOLATION_QUEUE_USER=postgres', "ISOLATION_QUEUE_PASSWORD=${server.password()}" as String]
    def command = ["${home}/bin/mvn" as String, '-B', "-Dmaven.repo.local=$localRepositoryPath" as String, 'isolation:merge', "-Disolation.queue=${server.url()}" as String, "-Disolation.shardRun=$run" as String, "-Disolation.shards=uploads/$run" as String]
    new File(basedir, "uploads/$run").mkdirs()
    def log = new File(basedir, "merge-${run}.log")
    def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true).redirectOutput(log)
    environment.each { process.environment().put(it.split('=', 2)[0], it.split('=', 2)[1]) }
    def code = process.start().waitFor()
    assert code == (log.text.contains(' are GREEN') ? 0 : 1)
    log.text
  }
  def merge = { run ->
    def told = merged(run)
    assert told.count('isolation: 9 classes planned, 9 reported once, ') == 1 : told
    assert told.contains(' are RED') : told
    assert cases(Reports.of(mergedReports.toPath())) == whole
    told
  }

  // Three machines. One is killed when it has results that count and another class in hand; one is stopped for longer than its lease, and others go on without it.
  def ignore = '-Dmaven.test.failure.ignore'
  def lease = ['-Disolation.queueLease=5s', '-Dmillis=3000', '-Dmeet=3', ignore]
  def killed = machine('killed', 'k1', lease)
  def stopped = machine('killed', 'k2', lease)
  // This one has the password in its settings; with -X, Surefire and Maven print whatever else they know.
  def settings = new File(basedir, 'settings.xml')
  def repository = "<id>local.central</id>${(new File(basedir, 'pom.xml').text =~ '<url>[^<]+</url>')[0]}"
  settings.text = """<settings><servers><server><id>ci-db</id><username>postgres</username><password>${server.password()}</password></server></servers>
<profiles><profile><id>here</id><activation><activeByDefault>true</activeByDefault></activation>
<repositories><repository>$repository</repository></repositories>
<pluginRepositories><pluginRepository>$repository</pluginRepository></pluginRepositories></profile></profiles></settings>"""
  def other = machine('killed', 'k3', lease + ['-X'] + ['-s', settings.path, '-Disolation.queueServer=ci-db'])
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
  assert log.contains('3 of 3 machines; longest ')
  // What the killed one had done is known to the queue alone.
  assert log.readLines().findAll { it.contains(' has left no report of work.') && it.contains('their results are from the queue') }.size() == 1
  // Each class is told by one machine, and by none that does not count.
  def hasReports = { it -> (it.reports().toFile().list() ?: new String[0]).any { name -> name.startsWith('TEST-') } }
  // The one that was stopped may have had no other class.
  def told = [stopped, other].collectMany { hasReports(it) ? cases(Reports.of(it.reports())) : [] }
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

  // JUnit 4 alone: its provider knows which classes have tests, and says so when it runs. There is none in one of the three.
  def bySettings = ['-s', settings.path, '-Disolation.queueServer=ci-db']
  def old = { run, List<String> engine ->
    def versions = (new File(basedir, '../common/pom.xml').text =~ '<isolation.version>([^<]+)<')[0][1]
    QueueMachine.start(home, new File(basedir, 'old'), localRepositoryPath, server, run, run, ['test', '-DforkCount=2', "-Disolation.version=$versions" as String] + bySettings + engine)
  }
  def isOld = { run, machine4, state ->
    assert machine4.exitCode() == 1
    assert rows(run, 'u.state') == ['done'] * 3
    def left = new File(basedir, "old/target/$run/isolation/shard/shard-1-of-queue.attempt-1.jsonl").text
    assert left.contains("\"class\":\"old.HelperTest\",\"state\":\"$state\"")
    def reports = Reports.of(machine4.reports())
    assert cases(reports) == ["old.FailsTest#fails $Outcome.FAILED", "old.FailsTest#passes $Outcome.PASSED", "old.PassesTest#passes $Outcome.PASSED"].collect { it as String }
  }
  def junit4 = old('junit4', [])

  // Who comes when all is over runs nothing, and does not make red green.
  def late = machine('ended', 'e3', ['-Disolation.queueLease=2m'])
  assert late.exitCode() == 1
  assert late.lines('the run was over before this machine joined it, and work.Work04Test failed. Nothing was run here.').size() >= 1
  // Who has other classes does not take part.
  def wrong = machine('ended', 'e4', ['-Dtest=Work01Test'])
  assert wrong.exitCode() == 1
  assert wrong.lines('run ended has other classes of io.github.isolation.it:queue/maven-surefire-plugin/default-test than this machine: in the queue, and not here: work.Work02Test').size() >= 1

  isOld('junit4', junit4, 'LEFT_OUT')
  if (kills > 0) {
    def engine = ['-Dengine=testng', '-Dengine.group=org.testng', '-Dengine.artifact=testng', '-Dengine.version=7.11.0']
    isOld('testng', old('testng', engine), 'REPORTED') // of no test, but it has a report
  }

  def rounds = [:]
  def round = { name, Closure body ->
    try {
      body(name)
      rounds[name] = 'equal'
    } catch (Throwable e) { // the others are wanted as well
      rounds[name] = e.toString()
    }
    println "round $name: ${rounds[name]}"
  }
  def random = new Random(System.nanoTime())
  def short5 = ['-Disolation.queueLease=5s', '-Dmillis=300', ignore]
  def threeOf = { run, List<String> arguments -> (1..3).collect { machine(run, "${run}m$it", arguments) } }
  // All three have ended, some of them as they may; what they have run is what one machine runs, class by class.
  def allIsThere = { run, three, List<List<Integer>> codes ->
    def found = three*.exitCode()
    assert [found, codes].transpose().every { code, may -> may.contains(code) } : "$run ended with $found"
    assert rows(run, 'u.state').unique() == ['done']
    three.each { it.upload(run) }
    merge(run)
  }
  kills.times { number ->
    round("kill$number") { run ->
      def three = threeOf(run, short5)
      sleep(random.nextInt(12_000))
      three[0].signal('KILL')
      allIsThere(run, three, [[0, 137], [0], [0]])
    }
  }
  // What else may happen to machines, at random moments as well.
  def others = kills == 0 ? 0 : Math.max(1, kills.intdiv(10))
  others.times { number ->
    round("stop$number") { run ->
      def three = threeOf(run, short5)
      sleep(random.nextInt(12_000))
      three[0].signal('STOP')
      sleep(6_000 + random.nextInt(4_000))
      three[0].signal('CONT')
      allIsThere(run, three, [[0], [0], [0]])
      assert three.collectMany { it.lines('has lost its queue') } == []
    }
    round("term$number") { run ->
      def three = threeOf(run, short5)
      sleep(random.nextInt(12_000))
      three[0].signal('TERM')
      allIsThere(run, three, [(0..255).toList(), [0], [0]])
    }
    round("server$number") { run ->
      def three = threeOf(run, ['-Disolation.queueLease=20s', '-Dmillis=900', ignore])
      // Before that, a machine that cannot reach it has not begun, and fails.
      server.await("select m.number from isolation.machine m join isolation.run r on r.id = m.run where r.name = '$run' and m.number = 3")
      sleep(300 + random.nextInt(3_000))
      server.kill()
      sleep(random.nextInt(3_000))
      server.start()
      allIsThere(run, three, [[0], [0], [0]])
    }
    // One class ends every machine that it meets, and is lost after the third; all others have results, by the fourth at the latest.
    round("poison$number") { run ->
      def poisoned = short5 + ['-Dpoison=Work05Test']
      def three = threeOf(run, poisoned)
      assert three*.exitCode() == [137, 137, 137]
      def last = machine(run, "${run}m4", poisoned)
      last.exitCode() // that failures are ignored goes for this one, too
      assert last.lines('isolation: LOST: there are no results of work.Work05Test (').size() >= 1
      (three + last).each { it.upload(run) }
      def lines = merged(run)
      assert lines.count('isolation: 9 classes planned, 8 reported once, ') == 1
      assert lines.contains(' are INCOMPLETE') && lines.contains('work.Work05Test is LOST: none of the machines that had it came to its end: ')
      assert cases(Reports.of(mergedReports.toPath())) == whole.findAll { !it.startsWith('work.Work05Test') }
    }
    // A job that is tried again finds everything done, and is as green or red as it was.
    round("green$number") { run ->
      def green = ['-Disolation.queueLease=5s', '-Dtest=Work0*Test,!Work04Test']
      def three = threeOf(run, green)
      assert three*.exitCode() == [0, 0, 0]
      def again = machine(run, "${run}m4", green)
      assert again.exitCode() == 0
      assert again.lines('8 with results').size() == 1
      assert !hasReports(again)
      (three + again).each { it.upload(run) }
      assert merged(run).count('isolation: 8 classes planned, 8 reported once, ') == 1
      assert cases(Reports.of(mergedReports.toPath())) == whole.findAll { !it.startsWith('work.Work04Test') }
    }
    round("red$number") { run ->
      def three = threeOf(run, ['-Disolation.queueLease=5s'])
      assert three*.exitCode().contains(1)
      def again = machine(run, "${run}m4", ['-Disolation.queueLease=5s'])
      assert again.exitCode() == 1
      assert again.lines('work.Work04Test failed. Nothing was run here.').size() >= 1
      (three + again).each { it.upload(run) }
      merge(run)
    }
  }
  if (kills > 0) {
    println "isolation: ${rounds.count { it.value == 'equal' }} of ${rounds.size()} rounds are equal to a run on one machine"
    assert Processes.leftAfter(Duration.ofSeconds(20), "-Dmaven.multiModuleProjectDirectory=${basedir.path}") == []
    assert Processes.leftAfter(Duration.ofSeconds(20), "${basedir.path}/target/kill") == []
    assert rounds.findAll { it.value != 'equal' } == [:]
  }

  // The password is nowhere.
  assert [killed, stopped, other, ended, survivor].collectMany { it.telling(server.password()) } == []
  // Nothing is left behind: no connection, no process.
  assert Processes.leftAfter(Duration.ofSeconds(20), "${basedir.path}/target/k1") == []
  assert server.ask("select pid from pg_stat_activity where application_name = 'isolation'") == []
}
