import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.MavenRun
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// Our block alone: whatever Surefire Maven would take by itself, the newest that was tested runs the tests, and one line says so.
def tested = new groovy.xml.XmlSlurper().parse(new File(basedir, 'pom.xml')).properties.tested.text()
def home = { version -> new File(basedir, "target/mavens/apache-maven-$version") }
assert ['3.6.3', '4.0.0-rc-6'].every { new File(home(it), 'bin/mvn').setExecutable(true) }
def surefire = new File(basedir, 'target/surefire-reports')
def run = { String maven, String name, List arguments ->
  assert !surefire.exists() || surefire.deleteDir()
  def code = MavenRun.start(home(maven), basedir, localRepositoryPath, name, arguments).exitCode()
  [code: code, log: Log.read(new File(basedir, "${name}.log").toPath())]
}
def said = { log, plugin -> log.matching("^\\[INFO\\] isolation: no POM names a version of maven-$plugin-plugin: $tested is used, ") }

['3.6.3': '2.12.4', '4.0.0-rc-6': '3.5.2'].each { maven, own ->
  def build = run(maven, "tested-$maven", ['test'])
  assert build.code == 1
  def lines = said(build.log, 'surefire')
  assert lines.size() == 1 && lines[0].contains("not Maven's own $own;")
  assert build.log.matching('isolation: no POM names a version').size() == 1
  def reports = Reports.of(surefire.toPath())
  assert reports.counts() == new Counts(2, 0, 1, 0)
  assert reports.only('OneTest', 'runs').outcome() == Outcome.PASSED
  assert build.log.summaries().size() == 1
}

// Failsafe is in no lifecycle, so Maven would take the latest there is.
def failsafe = run('3.6.3', 'failsafe', ['verify', '-Pfailsafe', '-Dtest=None', '-Dsurefire.failIfNoSpecifiedTests=false', '-Dit.test=OneIT'])
assert failsafe.code == 0
assert said(failsafe.log, 'surefire').size() == 1
assert said(failsafe.log, 'failsafe').size() == 1
assert said(failsafe.log, 'failsafe')[0].contains('not the latest there is;')
assert Reports.of(new File(basedir, 'target/failsafe-reports').toPath()).counts() == new Counts(1, 0, 0, 0)

// Who wants Maven's own has it, with what that one makes of JUnit 5; that it is too old for us is a warning, which says what to change.
def kept = run('3.6.3', 'kept', ['test', '-Disolation.surefireVersion=keep'])
assert kept.code == 0
assert kept.log.matching('isolation: no POM names') == []
assert kept.log.matching('^\\[WARNING\\] isolation: not in force for maven-surefire-plugin \\(default-test\\) of one-block: version 2.12.4 is too old, and isolation.surefireVersion=keep ').size() == 1
assert kept.log.matching('^Tests run: 0, ').size() == 1
assert kept.log.summaries() == []

def skipped = run('3.6.3', 'skipped', ['test', '-Disolation.skip'])
assert skipped.log.matching("isolation: skipped \\(isolation.skip\\); tests run as without it, by Maven's own Surefire 2.12.4\$").size() == 1

def misspelt = run('3.6.3', 'misspelt', ['test', '-Disolation.surefireVersion=3.5.6'])
assert misspelt.code == 1
assert misspelt.log.matching("<surefireVersion> \\(isolation.surefireVersion\\): '3.5.6' is none of tested, keep; a version is named in the <plugin> element").size() >= 1
