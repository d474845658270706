import io.github.isolation.it.Counts
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Reports

def notes = new File(basedir, 'target/ports')
assert notes.deleteDir()

// 4 builds × 4 forks × 5 ports, all listening at the same time: none twice, and each could be bound.
def builds = (1..4).collect {
  MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, "build-$it" as String,
    ['-o', 'surefire:test', '-DforkCount=4', '-Dforks=16', "-Disolation.directory=$basedir/target/isolation-${it.intdiv(3)}" as String])
}
assert builds*.exitCode() == [0, 0, 0, 0]
assert (1..4).collect { Reports.of(new File(basedir, "target/reports/build-$it").toPath()).counts() } == [new Counts(4, 0, 0, 0)] * 4
def ports = notes.listFiles().findAll { !it.name.startsWith('.') }.collectMany { it.readLines() }
println "ports: ${ports*.toInteger().toSorted()}"
assert ports.size() == 80
assert ports.toSet().size() == 80

// A port that nobody declared, because it is misspelt for example, would be an empty text: nothing is built with it.
def undeclared = MavenRun.start(new File(System.getProperty('maven.home')), basedir, localRepositoryPath, 'undeclared',
  ['-o', 'surefire:test', '-Disolation.ports=http'])
assert undeclared.exitCode() == 1
assert undeclared.lines('${isolation.port.jmx} is no port of <ports> (isolation.ports), which has http').size() == 1
assert !new File(basedir, 'target/reports/undeclared').exists()
