import io.github.isolation.it.MatrixPage
import io.github.isolation.it.SuiteGrid

// Suites that nobody here wrote: what a user can see of a build is the same with us, but for a short list with reasons.
// CI runs each with one version of Surefire and one number of forks, without the classes that take most of the time (it.slow),
// and not commons-text, which is in jacoco-parity and in parity-discovery; -Dparity=full runs everything, with all of them.
def suites = ['commons-text', 'commons-collections4', 'commons-csv', 'commons-codec', 'commons-compress', 'commons-cli']
def grid = new SuiteGrid(new File(System.getProperty('maven.home')), localRepositoryPath, basedir)
boolean full = System.getProperty('parity') == 'full'
def rows = full ? grid.full(suites) : grid.pairwise(suites - 'commons-text')
rows.each { println it }
MatrixPage.write(basedir.parentFile, new File(basedir.parentFile.parentFile, 'site/matrix.md'))
assert rows.size() == (full ? 54 : 5)
assert new File(basedir, 'ran.txt').readLines().size() == rows.size()
assert rows.groupBy { it.suite() }.values().sum { it[0].cases() } > 10000
def differences = rows.collectMany { row -> row.differences().collect { "$row\n$it" } }
assert differences.isEmpty() : "${differences.size()} differences\n" + differences.take(20).join('\n')
