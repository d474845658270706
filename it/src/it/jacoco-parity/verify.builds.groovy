import io.github.isolation.it.Coverage
import io.github.isolation.it.MatrixPage
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// JaCoCo's report with us is that of stock, line by line; and what is known of workers that end in other ways stays known.
def here = new File(System.getProperty('maven.home'))
def start = { String module, String run, List arguments ->
  MavenRun.start(here, basedir, localRepositoryPath, run, ['prepare-package', '-pl', module] + arguments)
}
def coverage = { String module, String run -> Coverage.read(new File(basedir, "$module/target/coverage/$run/jacoco.xml").toPath()) }
def reports = { String module, String run -> Reports.of(new File(basedir, "$module/target/reports/$run").toPath()) }

// A suite that nobody here wrote, in CI without the seven classes that take most of the time. The workers of two forks
// write to one file, at the same time, and the last classes are run by both.
boolean all = System.getProperty('parity') in ['options', 'full']
def which = all ? [] : ['-Dslow=%regex[.*(ExtendedMessageFormat|TextStringBuilder|TextStringBuilderAppendInsert|StringSubstitutorFilterReader|DoubleFormat|ParsedDecimal|ResourceBundleStringLookup)Test.*]']
def stockRun = start('text', 'stock', ['-Disolation.skip'] + which)
def ourRun = start('text', 'two-forks', ['-Disolation.skip=false', '-DforkCount=2', '-Disolation.retireEveryClasses=20', '-Disolation.splitClasses=tail'] + which)
assert [stockRun.exitCode(), ourRun.exitCode()] == [0, 0]
def stock = coverage('text', 'stock')
def ours = coverage('text', 'two-forks')
def difference = (stock.lines() - ours.lines()) + (ours.lines() - stock.lines())
MatrixPage.note(basedir.toPath(), 'JaCoCo on commons-text', 'Surefire 3.6.1, forkCount 2', reports('text', 'stock').cases().size(), difference.size())
MatrixPage.write(basedir.parentFile, new File(basedir.parentFile.parentFile, 'site/matrix.md'))
assert reports('text', 'two-forks').cases().size() == reports('text', 'stock').cases().size()
assert stock.lines().size() > 3000
assert difference == [] as Set

// A class for each worker. What a worker executed is written when its JVM ends, be it by System.exit or when it is asked to; halt leaves no time for it.
assert start('own', 'own', ['-DforkCount=2', '-Disolation.retireEveryClasses=1']).exitCode() == 0
assert reports('own', 'own').cases(Outcome.ERROR)*.id().toSet() == ['own.ExitsTest#b', 'own.HaltsTest#b', 'own.HangsTest#b'] as Set
def own = coverage('own', 'own')
assert own.methods() == ['byAWorkerThatRetires', 'byAnotherOne', 'beforeAnExit', 'afterAnExit', 'afterAHalt', 'beforeATimeout', 'afterATimeout'].collect { "Covered.$it" as String } as Set
