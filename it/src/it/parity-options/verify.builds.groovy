import io.github.isolation.it.Log
import io.github.isolation.it.MatrixPage
import io.github.isolation.it.ReactorGrid
import io.github.isolation.it.ReactorGrid.Way

// The options of Surefire and the engines, module by module, are with us as they are with stock. CI runs some of them; with
// -Dparity=options each runs in one way, with -Dparity=full in all of them, with -Dparity=NAME one module in all of them.
def here = new File(System.getProperty('maven.home'))
def home = { version -> new File(basedir, "target/mavens/apache-maven-$version") }
assert ['3.6.3', '3.9.16', '4.0.0-rc-6'].every { new File(home(it), 'bin/mvn').setExecutable(true) }

// Another JDK where there is one: as Surefire's jvm, and as a toolchain.
def another = (new File('/usr/lib/jvm').listFiles() ?: [] as File[]).find { new File(it, 'release').isFile() && new File(it, 'release').text.contains('JAVA_VERSION="25') }
def newest = another == null ? [] : ["-Djvm=$another/bin/java" as String]
def toolchains = new File(basedir, 'toolchains.xml')
toolchains.text = """<toolchains><toolchain><type>jdk</type><provides><vendor>tests</vendor></provides>
  <configuration><jdkHome>${another ?: System.getProperty('java.home')}</jdkHome></configuration></toolchain></toolchains>"""

def modules = new groovy.xml.XmlSlurper().parse(new File(basedir, 'pom.xml')).modules.module*.text()
def parity = System.getProperty('parity')
def some = [[], ['parallel', 'isolated-class-loader', 'reversed-and-rerun'], ['flat-class-path', 'testng', 'module-path'], []]
def chosen = { int remainder ->
  parity == 'full' ? modules : parity in modules ? [parity] : parity != 'options' ? some[remainder] : modules.indices.findAll { it % 4 == remainder }.collect { modules[it] }
}
def way = { int number, String how, File maven, List arguments, List more ->
  new Way(how, maven, chosen(number), ['-t', toolchains.path] + arguments, more)
}
def ways = [
  way(0, 'Surefire 3.6.1, Maven 3.9.16, forkCount 2', home('3.9.16'), ['-Dsurefire.version=3.6.1', '-DforkCount=2'], ['-o']),
  way(1, 'Surefire 3.5.6, Maven 3.6.3, forkCount 1', home('3.6.3'), ['-Dsurefire.version=3.5.6', '-DforkCount=1'], []),
  way(2, 'Surefire 3.2.5, Maven 4.0.0-rc-6, forkCount 0.5C', home('4.0.0-rc-6'), ['-Dsurefire.version=3.2.5', '-DforkCount=0.5C'], []),
  way(3, "Surefire 3.6.1, the Maven of this build, forkCount 1${newest ? ', Java 25' : ''}, parallel build", here, ['-Dsurefire.version=3.6.1', '-DforkCount=1', '-T2'] + newest, []),
].findAll { !it.modules().empty }
def grid = new ReactorGrid(localRepositoryPath, basedir)
def differences = ways.collectMany { grid.compare(it) }
MatrixPage.write(basedir.parentFile, new File(basedir.parentFile.parentFile, 'site/matrix.md'))

// It is in force in every module that has tests, and says so of the one thing that it does not do.
ways.each { one ->
  def log = Log.read(new File(basedir, one.ours() + '.log').toPath())
  assert log.summaries().size() == (one.modules() - 'no-tests' + one.modules().intersect(['failsafe'])).size() : one.how()
  assert log.matching('isolation: not in force') == [] : one.how()
  if ('parallel' in one.modules() && !one.how().contains('0.5C')) {
    assert log.matching('one class after the other; forkCount runs classes side by side').size() == (one.how().contains('forkCount 2') ? 0 : 1) : one.how()
  }
}

assert new File(basedir, 'ran.txt').readLines().size() == ways.sum { it.modules().size() }
assert differences.isEmpty() : "${differences.size()} differences\n" + differences.take(20).join('\n')

// The page of the site knows of all of them.
assert modules.size() == 29
assert modules - MatrixPage.subjects(new File(basedir, '../../../../src-site/matrix.md')) == []
