import groovy.json.JsonSlurper
import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Reports

def classes = ['spares.ATest', 'spares.BTest', 'spares.CTest', 'spares.DTest']
['spares', 'none'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.counts() == new Counts(4, 0, 0, 0)
  assert reports.duplicates() == [] as Set
  assert reports.miscounts() == []
  assert Notes.of(basedir.toPath(), run)*.pid().toUnique().size() == 4
  // A worker that warms up runs a test of ours; nobody who listens to the user's tests hears of it.
  assert new File(basedir, "target/heard/$run").readLines() == classes
}

// In it, Surefire has made a report, and dropped it, before there is a class of the user's; in any other worker after it.
def rehearsed = { run ->
  Notes.of(basedir.toPath(), run).sort { it.className() }.collect { note ->
    def loaded = new File(basedir, "target/loaded-${note.pid()}.log").readLines()
    def report = loaded.findIndexOf { it.contains('org.apache.maven.surefire.api.report.SimpleReportEntry ') }
    def first = loaded.findIndexOf { it.contains("${note.className()} ") }
    assert report >= 0 && first >= 0
    report < first
  }
}
assert rehearsed('spares') == [false, true, true, true]
assert rehearsed('none') == [false, false, false, false]

// The record of each run has the gap before every worker but the first, and says whether it had been started ahead.
def records = new File(basedir, 'target/isolation/runs').listFiles().collect { run ->
  new File(run, 'record.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
}
assert records.size() == 2
def gaps = records.collect { record -> record.findAll { it.what == 'gap' } }
assert gaps*.size() == [3, 3]
assert gaps.collect { it*.spare.unique() }.toSet() == [[true], [false]].toSet()
assert gaps.flatten().every { it.fork == 1 && it.millis > 0 }
def supervisors = records.collect { record -> record.findAll { it.what == 'supervisor' } }
assert supervisors*.size() == [1, 1]
assert supervisors.flatten().every { it.cpuMillis > 0 && it.events > 0 }

def summaries = Log.of(basedir.toPath()).summaries()
assert summaries.size() == 2
assert summaries.every { it.contains('4 workers (3 retired after every class), 0 crashes') }
