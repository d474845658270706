import io.github.isolation.it.MatrixPage
import io.github.isolation.it.ReactorGrid
import io.github.isolation.it.ReactorGrid.Way

// The options of Surefire and the engines, module by module, are with us as they are with stock. In CI each module runs in
// one way; with -Dparity=full in all of them.
def here = new File(System.getProperty('maven.home'))
def home = { version -> new File(basedir, "target/mavens/apache-maven-$version") }
assert ['3.6.3', '3.9.16', '4.0.0-rc-6'].every { new File(home(it), 'bin/mvn').setExecutable(true) }
def another = (new File('/usr/lib/jvm').listFiles() ?: [] as File[]).find { new File(it, 'release').isFile() && new File(it, 'release').text.contains('JAVA_VERSION="25') }
def newest = another == null ? [] : ["-Djvm=$another/bin/java" as String]

def modules = new groovy.xml.XmlSlurper().parse(new File(basedir, 'pom.xml')).modules.module*.text()
boolean full = System.getProperty('parity') == 'full'
def every = { int remainder -> full ? modules : modules.indices.findAll { it % 4 == remainder }.collect { modules[it] } }
def ways = [
  new Way('3.6.1-maven-3.9-two-forks', home('3.9.16'), every(0), ['-Dsurefire.version=3.6.1', '-DforkCount=2']),
  new Way('3.5.6-maven-3.6-one-fork', home('3.6.3'), every(1), ['-Dsurefire.version=3.5.6', '-DforkCount=1']),
  new Way('3.2.5-maven-4-half-of-the-cores', home('4.0.0-rc-6'), every(2), ['-Dsurefire.version=3.2.5', '-DforkCount=0.5C']),
  new Way('3.6.1-this-maven-java-25-parallel-build', here, every(3), ['-Dsurefire.version=3.6.1', '-DforkCount=1', '-T2'] + newest),
]
def grid = new ReactorGrid(localRepositoryPath, basedir)
def differences = ways.collectMany { grid.compare(it) }
MatrixPage.write(basedir.parentFile, new File(basedir.parentFile.parentFile, 'site/matrix.md'))
assert modules.size() == 26
assert new File(basedir, 'ran.txt').readLines().size() == (full ? 4 * 26 : 26)
assert differences.isEmpty() : "${differences.size()} differences\n" + differences.take(20).join('\n')
