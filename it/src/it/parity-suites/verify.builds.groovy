import io.github.isolation.it.MatrixPage
import io.github.isolation.it.SuiteGrid

// Suites that nobody here wrote: what a user can see of a build is the same with us, but for a short list with reasons.
// CI runs two of them, each with one version of Surefire and one number of forks, without the classes that take most of the time
// (it.slow); commons-text is in jacoco-parity and in parity-discovery. -Dparity=full runs everything, with all of them, each night.
def suites = ['commons-codec', 'commons-csv', 'commons-cli', 'commons-text', 'commons-collections4', 'commons-compress']
def grid = new SuiteGrid(new File(System.getProperty('maven.home')), localRepositoryPath, basedir)
boolean full = System.getProperty('parity') == 'full'
def rows = full ? grid.full(suites) : grid.pairwise(suites.take(2))
rows.each { println it }
MatrixPage.write(basedir.parentFile, new File(basedir.parentFile.parentFile, 'site/matrix.md'))
assert rows.size() == (full ? 54 : 2)
assert new File(basedir, 'ran.txt').readLines().size() == rows.size()
assert rows.groupBy { it.suite() }.values().sum { it[0].cases() } > (full ? 70000 : 2000)
def differences = rows.collectMany { row -> row.differences().collect { "$row\n$it" } }
assert differences.isEmpty() : "${differences.size()} differences\n" + differences.take(20).join('\n')
