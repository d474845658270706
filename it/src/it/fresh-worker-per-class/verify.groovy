import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Reports

def runs = ['every-class', 'every-second-class', 'every-class-in-2-forks', 'reuse-forks-false']
runs.each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.counts() == new Counts(4, 0, 0, 0)
  assert reports.duplicates() == [] as Set
  assert reports.miscounts() == []
  assert Notes.of(basedir.toPath(), run).size() == 4
}

// Each class had a JVM of its own, also where that was asked for in Surefire's words.
['every-class', 'every-class-in-2-forks', 'reuse-forks-false'].each { run ->
  assert Notes.of(basedir.toPath(), run)*.pid().toUnique().size() == 4
}
def pairs = Notes.of(basedir.toPath(), 'every-second-class').collectEntries { [it.className(), it.pid()] }
assert pairs['fresh.ATest'] == pairs['fresh.BTest']
assert pairs['fresh.CTest'] == pairs['fresh.DTest']
assert pairs['fresh.ATest'] != pairs['fresh.CTest']

def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 4
assert summaries.every { it.contains(' 0 crash') }
assert summaries[0].contains('4 workers')
assert summaries[1].contains('2 workers')
assert summaries[2].contains('4 workers')
assert summaries[3].contains('4 workers')
