import io.github.isolation.it.KillableBuild
import io.github.isolation.it.Processes
import java.time.Duration

// Whoever is killed, with a signal nobody can answer: soon no JVM of the build is left. Its tests would hang for ten minutes.
def patience = Duration.ofSeconds(30)
def build = { run, archive -> KillableBuild.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, run, ['-Dtest=Hangs*Test', '-DforkCount=2', archive]) }

// What their tests had started is gone as well, also what has no parent any more, and what has none of our environment.
def started = { run ->
  def processes = new File(basedir, "target/started-$run").listFiles().collectMany { it.readLines() }.collectMany { ProcessHandle.of(it as long).stream().toList() }
  assert processes.size() == 6
  processes
}

// One of the JVMs makes an archive, and hears nothing while it writes it.
build('maven-killed', '-Disolation.cacheDirectory=target/no-archive-yet').withCloseable { maven ->
  def workers = maven.awaitWorkers(2)
  assert workers.every { it.alive }
  def processes = started('maven-killed')
  maven.killMaven()
  assert maven.leftAfter(patience) == []
  assert Processes.leftAfter(patience, processes) == []
  assert workers.every { !it.alive }
  // It has left word that it was ended, unless it was done before.
  def archives = new File(basedir, 'target/no-archive-yet/cds')
  def words = (new File(archives, 'failed').listFiles() ?: [] as File[])*.text
  assert words == ['the build had ended before it was ready'] || archives.listFiles().count { new File(it, 'archive').file && !it.name.startsWith('.') } == 1
}

// Here nobody is left who could end that one: it is done when it has written its archive, which may take longer.
build('fork-killed', '-Disolation.archive=false').withCloseable { maven ->
  def workers = maven.awaitWorkers(2)
  assert workers.every { it.alive }
  // Both were started by one supervisor, which is all that Surefire knows of.
  assert workers.collect { it.parent().get() }.toUnique().size() == 1
  def processes = started('fork-killed')
  maven.killParentsOf(workers)
  assert Processes.leftAfter(patience, workers) == []
  assert Processes.leftAfter(patience, processes) == []
  assert maven.exitCode() != 0
  assert maven.leftAfter(patience) == []
}
