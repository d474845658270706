import io.github.isolation.it.KillableBuild
import io.github.isolation.it.Processes
import java.time.Duration

// Whoever is killed, with a signal nobody can answer: 5 s later no JVM of the build is left.
def patience = Duration.ofSeconds(5)
def build = { run -> KillableBuild.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, run, ['-Dtest=Hangs*Test', '-DforkCount=2']) }

build('maven-killed').withCloseable { maven ->
  def workers = maven.awaitWorkers(2)
  assert workers.every { it.alive }
  maven.killMaven()
  assert maven.leftAfter(patience) == []
  assert workers.every { !it.alive }
}

build('fork-killed').withCloseable { maven ->
  def workers = maven.awaitWorkers(2)
  assert workers.every { it.alive }
  // Both were started by one supervisor, which is all that Surefire knows of.
  assert workers.collect { it.parent().get() }.toUnique().size() == 1
  maven.killParentsOf(workers)
  assert Processes.leftAfter(patience, workers) == []
  assert maven.exitCode() != 0
  assert maven.leftAfter(patience) == []
}
