import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// Every snippet of the documentation ran: which are in which page, RecipesTest says.
def reports = Reports.of(new File(basedir, 'target/reports/default').toPath())
assert reports.cases().findAll { it.outcome() != Outcome.PASSED } == []
assert reports.miscounts() == []
assert reports.classes()*.replaceAll('recipes.', '').toSorted() == ['JUnit4FixturesTest', 'LocksTest', 'NamesTest', 'OnceTest', 'OwnPlacesTest', 'OwnValuesATest', 'OwnValuesBTest', 'OwnValuesCTest', 'OwnValuesDTest', 'PortsTest', 'PrivateFixturesTest']

// The 100-value check on 4 forks: 100 of 100 in each.
assert ['A', 'B', 'C', 'D'].collect { reports.casesOf("OwnValues${it}Test" as String).count { it.outcome() == Outcome.PASSED } } == [100, 100, 100, 100]

// With JUnit 6 it is the same.
def junit6 = Reports.of(new File(basedir, 'target/reports/junit6').toPath())
assert junit6.counts() == reports.counts()
assert junit6.cases().every { it.outcome() == Outcome.PASSED }

// What was made for all builds is in the cache, not in the module.
assert new File(localRepositoryPath, '.cache/isolation/once/index-1/content/index.bin').text == 'index'

// What was promised and is not in force is one line; there is none where it is.
def log = Log.of(basedir.toPath())
def complaints = log.matching(/isolation: this fork was to have/)
assert complaints.size() == 1
assert complaints[0].contains("as its derby.system.home, but derby.system.home was set to /nowhere after the JVM had started")
