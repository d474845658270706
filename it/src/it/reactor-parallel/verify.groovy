import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Reports

// L08, L09: two modules at once, whose forks Surefire may number 1 to 4: every fork still has a directory to itself.
def modules = ['left', 'right'].collect { new File(basedir, it) }
modules.each { module ->
  def reports = Reports.of(new File(module, 'target/reports/default').toPath())
  assert reports.counts() == new Counts(3, 0, 0, 0)
  assert reports.miscounts() == []
}
def notes = modules.collectMany { Notes.of(it.toPath(), 'default') }
assert notes.size() == 6
assert notes*.pid().toUnique().size() == 4
assert notes*.get('isolation.forkDirectory').toUnique().size() == 4
assert notes.groupBy { it.get('isolation.forkDirectory') }.values().every { it*.pid().toUnique().size() == 1 }
assert notes.groupBy { it.get('java.io.tmpdir') }.values().every { it*.pid().toUnique().size() == 1 }
assert notes.every { it.get('isolation.forks') == '2' }
modules.each { module ->
  def own = notes.findAll { it.className().startsWith(module.name + '.') }
  assert own.every { new File(it.get('isolation.forkDirectory')).parentFile == new File(module, 'target/isolation/forks') }
  assert own*.get('isolation.fork').toUnique().size() == 2
}
// One build, one run; or one for each module: never one for each fork.
assert notes*.get('isolation.run').toUnique().size() <= 2

def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 2
assert summaries.every { it.contains('isolation: 3 tests in 2 forks') }

// Each module has a report, and the build one of both.
def title = { File file -> file.text.find('<h1>(.*?)</h1>') { it[1] } }
assert modules.collect { title(new File(it, 'target/isolation/report/index.html')) } == ['reactor-parallel-left', 'reactor-parallel-right']
def all = new File(basedir, 'target/isolation/report/index.html')
assert all.text.findAll('<h2>(.*?)</h2>') { it[1] } as Set == ['left', 'right'].collect { "reactor-parallel-$it · default-test" as String } as Set
def lines = Log.of(basedir.toPath()).matching('isolation: what happened')
assert lines.size() == 1 && lines[0].contains('in 2 modules: ')
