import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Reports

def log = Log.of(basedir.toPath())
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
def classPath = { run -> Notes.of(basedir.toPath(), run)[0].get('surefire.test.class.path').split(File.pathSeparator)*.replaceAll('.*[/\\\\]', '') }
def apis = { run -> classPath(run).findAll { it.startsWith('isolation-api-') }.toUnique() }
def nothingRan = { run -> !new File(basedir, "target/notes/$run").exists() && !(new File(basedir, "target/reports/$run").list() ?: []).any { it.startsWith('TEST-') } }

// One jar of it, which the project has, and the plugin brings; and the runtime, which nobody declares.
assert reports('same').counts() == new Counts(1, 0, 0, 0)
assert apis('same').size() == 1
def version = apis('same')[0]
assert classPath('same').any { it.startsWith('isolation-surefire-provider-') }

// An older one: the tests run, with the plugin's, and one line says what to set.
assert reports('older').counts() == new Counts(1, 0, 0, 0)
assert apis('older') == [version]
assert log.matching('^\\[WARNING\\] isolation: the tests of api-of-another-version are compiled against isolation-api 0\\.0\\.9, and run with .*: give isolation-api that version, too\\.$').size() == 1

// A newer one: no test runs, and one line says why. Unless there is nothing to run.
assert nothingRan('newer')
assert log.matching('isolation: the tests of api-of-another-version are compiled against isolation-api 0\\.9999, and isolation-maven-plugin is .*: give the plugin version 0\\.9999\\. No test was run\\.').size() == 1
assert nothingRan('newer-skipped')

// Whoever declares the runtime has what tests need, and is told what that is.
assert reports('runtime').counts() == new Counts(1, 0, 0, 0)
assert apis('runtime') == [version]
assert log.matching('^\\[WARNING\\] isolation: api-of-another-version depends on isolation-surefire-provider: replace that with isolation-api').size() == 1

// By hand, both are on the class path, the project's first: the supervisor looks before it needs any of it.
['0.0.9': 'older', '0.9999': 'newer'].each { other, run ->
  assert nothingRan("$run-by-hand")
  assert log.matching("^\\[ERROR\\] isolation: the tests' class path has isolation-api $other \\(.*isolation-api-${other}\\.jar\\), and isolation-surefire-provider .*: give both the same version\\. No test was run\\.\$").toUnique().size() == 1
}
assert log.matching('NoClassDefFoundError|NoSuchMethodError|ClassNotFoundException') == []
assert log.summaries().size() == 3
