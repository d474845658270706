import io.github.isolation.it.Counts
import io.github.isolation.it.Notes
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def reports = Reports.of(new File(basedir, 'target/reports/default').toPath())
assert basedir.name == 'path with spaces ()'
assert reports.counts() == new Counts(9, 0, 1, 0)
assert reports.cases(Outcome.ERROR)*.id() == ['spaces.DiesTest#dies']
assert reports.duplicates() == [] as Set
assert reports.miscounts() == []

def forks = new File(basedir, 'target/isolation/forks')
def notes = Notes.of(basedir.toPath(), 'default')
assert notes*.get('isolation.forkDirectory') as Set == ["$forks/1" as String, "$forks/2" as String] as Set
assert notes.every { it.get('isolation.fixture.greetings') == it.get('isolation.forkDirectory') + '/fixtures/greetings' }
assert ['1', '2'].every { new File(forks, "$it/fixtures/greetings/hello world.txt").text == 'Hello, world!\n' }
