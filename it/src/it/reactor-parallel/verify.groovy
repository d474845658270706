import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Processes
import io.github.isolation.it.Reports
import java.time.Duration

// L08, L09: two modules at once, whose forks Surefire may number 1 to 8: every fork still has a directory to itself, and a server.
def modules = ['left', 'right'].collect { new File(basedir, it) }
modules.each { module ->
  def reports = Reports.of(new File(module, 'target/reports/default').toPath())
  assert reports.counts() == new Counts(4, 0, 0, 0)
  assert reports.miscounts() == []
}
def notes = modules.collectMany { Notes.of(it.toPath(), 'default') }
assert notes.size() == 8
assert notes*.pid().toUnique().size() == 8
assert notes*.get('isolation.forkDirectory').toUnique().size() == 8
assert notes*.get('echo.port').toUnique().size() == 8
assert notes.every { it.get('echo.port') == it.get('isolation.port.echo') }
assert notes*.get('echo.name') as Set == modules.collectMany { module -> (1..4).collect { "reactor-parallel-$module.name-$it" as String } } as Set
assert notes.groupBy { it.get('isolation.forkDirectory') }.values().every { it*.pid().toUnique().size() == 1 }
assert notes.groupBy { it.get('java.io.tmpdir') }.values().every { it*.pid().toUnique().size() == 1 }
assert notes.every { it.get('isolation.forks') == '4' }
modules.each { module ->
  def own = notes.findAll { it.className().startsWith(module.name + '.') }
  assert own.every { new File(it.get('isolation.forkDirectory')).parentFile == new File(module, 'target/isolation/forks') }
  assert own*.get('isolation.fork').toUnique().size() == 4
}
// One build, one run; or one for each module: never one for each fork.
assert notes*.get('isolation.run').toUnique().size() <= 2

def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 2
assert summaries.every { it.contains('isolation: 4 tests in 4 forks') }

// Each module has a report, and the build one of both.
def title = { File file -> file.text.find('<h1>(.*?)</h1>') { it[1] } }
assert modules.collect { title(new File(it, 'target/isolation/report/index.html')) } == ['reactor-parallel-left', 'reactor-parallel-right']
def all = new File(basedir, 'target/isolation/report/index.html')
assert all.text.findAll('<h2>(.*?)</h2>') { it[1] } as Set == ['left', 'right'].collect { "reactor-parallel-$it · default-test" as String } as Set
def lines = Log.of(basedir.toPath()).matching('isolation: what happened')
assert lines.size() == 1 && lines[0].contains('in 2 modules: ')

// Its servers are gone with the build.
assert Processes.leftAfter(Duration.ofSeconds(60), basedir.path + '/') == []
