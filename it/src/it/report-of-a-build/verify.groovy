import groovy.json.JsonSlurper
import io.github.isolation.it.Log

// What happened is in one file, whatever the build came to; each run that is shown was read from its record.
def page = new File(basedir, 'target/isolation/report/index.html')
assert page.isFile()
def html = page.getText('UTF-8')
def top = html.find('(?s)<header>.*</header>')
assert top.contains('2 passed, 0 failed, 1 error, 0 skipped')
assert !top.contains('The record was cut.')
def data = new JsonSlurper().parseText(html.find(/(?s)id="data">(.*?)<\/script>/) { it[1] })
assert data.runs.size() == 1
def run = data.runs[0]
assert run.module == 'io.github.isolation.it:report-of-a-build'
assert run.forks == 2
assert run.totals == [tests: 3, passed: 2, failed: 0, errors: 1, skipped: 0, flaky: 0, attempts: 3]
assert run.workers.findAll { it[6] == 'crashed' && it[7].contains('exit status 3') }.size() == 1
assert run.comparison == null
assert ['shown.HaltsTest', 'shown.PassesTest', 'takesItsWorkerAlong'].every { it in data.strings }
// It is what isolation:report has made of the first run; the last one made none.
assert run.settings.every { it[0] != 'isolation.report' }

def log = Log.of(basedir.toPath())
assert log.matching('isolation: what happened: .*report-of-a-build.target.isolation.report.index.html').size() == 2
assert log.matching('isolation: there is no file nonsense, and no run with this id in .*; those that are there: [0-9a-f]+').size() >= 1
assert log.matching('could not be made') == []
