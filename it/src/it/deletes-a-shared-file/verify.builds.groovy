import io.github.isolation.it.Counts
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// L04. -Dl04.runs=5 for all of what was promised; two of ours are enough to see it break.
int ours = Integer.getInteger('l04.runs', 2)
def run = { String name, String tests, boolean stock ->
  MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, name,
    ['-o', 'test', "-Dtest=$tests" as String, '-DforkCount=3', "-Disolation.skip=$stock" as String]).exitCode()
}
def reports = { String name -> Reports.of(new File(basedir, "target/reports/$name").toPath()) }

// On stock Surefire the pattern fails within ten runs: somebody reads what somebody else deletes, or has half written.
def failed = (1..10).find { run("stock-$it", 'Shared?Test', true) != 0 }
assert failed != null
def broken = reports("stock-$failed").cases(Outcome.ERROR) + reports("stock-$failed").cases(Outcome.FAILED)
println "L04: stock failed in run $failed, ${broken.size()} of ${reports("stock-$failed").cases().size()} tests: ${broken*.type().toUnique()}"
// The file ends too early, is gone, or has fewer rows than were written.
assert broken.every { it.type() in ['java.io.EOFException', 'java.nio.file.NoSuchFileException'] || it.message().startsWith('expected: <15> but was: <') }

// With a copy for each test it passes, every time, and leaves no copy.
assert (1..ours).collect { run("ours-$it", 'Private?Test', false) } == [0] * ours
assert (1..ours).collect { reports("ours-$it").counts() } == [new Counts(120, 0, 0, 0)] * ours
// A fork whose worker comes when the others have taken all three classes makes none.
def copies = (1..3).collect { new File(basedir, "target/isolation/forks/$it/copies") }.findAll { it.exists() }
assert !copies.empty
assert copies.every { it.list().length == 0 }
assert new File(basedir, 'src/test/files').list() as List == ['datasplits.arff']
