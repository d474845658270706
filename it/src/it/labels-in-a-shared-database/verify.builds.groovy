import io.github.isolation.it.Counts
import io.github.isolation.it.DatabaseServer
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def reports = { String name -> Reports.of(new File(basedir, "target/reports/$name").toPath()) }

DatabaseServer.start(localRepositoryPath, '2.3.232').withCloseable { server ->
  def run = { String name, String tests, int forks, boolean stock ->
    MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, name,
      ['-o', 'surefire:test', "-Dtest=$tests" as String, "-DforkCount=$forks" as String, "-Disolation.skip=$stock" as String, "-Ddb=${server.url(name)}" as String]).exitCode()
  }

  // L10: with a literal label, forks of stock Surefire meet in the UNIQUE column.
  assert run('literal', 'Literal?Test', 4, true) == 1
  def collisions = reports('literal').cases(Outcome.ERROR)
  println "L10: ${collisions.size()} of 120 collide"
  assert collisions.any { it.type() == 'org.h2.jdbc.JdbcSQLIntegrityConstraintViolationException' }

  // With names they do not, and the golden file (L11) is the same for all forks.
  assert run('named', 'Named?Test', 4, false) == 0
  assert reports('named').counts() == new Counts(120, 0, 0, 0)

  // Where no fork runs the tests, as in an IDE, the slot is main and the golden file is still the same.
  assert run('main', 'NamedATest', 1, true) == 0
  assert reports('main').counts() == new Counts(30, 0, 0, 0)
}
assert !new File(basedir, 'target/isolation/forks/5').exists()
