import io.github.isolation.it.ArchiveServer
import io.github.isolation.it.KilledPreparation

// 50 when asked for: -Disolation.kills=50. Another Maven than the one of this build: -Disolation.maven.home=DIRECTORY.
int kills = Integer.getInteger('isolation.kills', 5)
def home = new File(System.getProperty('isolation.maven.home') ?: System.getProperty('maven.home'))
long seed = System.nanoTime()
println "random seed $seed"

new ArchiveServer(basedir.toPath().resolve('target/archive')).withCloseable { server ->
  def killed = new KilledPreparation(home, basedir, localRepositoryPath, server, seed)
  def rounds = (0..<kills).collect { killed.round(it) }
  println rounds
  assert rounds.size() == kills
  // Killed in the middle: the signal ended it, not its work.
  assert rounds*.killed().every { it == 137 }
  assert rounds*.phase().toSet() == KilledPreparation.Phase.values().toList().take(kills).toSet()
  assert rounds*.next() == [0] * kills
  assert rounds.every { it.wrong() == [] }
  assert rounds.every { it.left() == [] }
}
