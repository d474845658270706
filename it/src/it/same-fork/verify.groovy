import io.github.isolation.it.Counts
import io.github.isolation.it.Reports

// Every class ran, whatever was kept together; the crash is one error.
def reports = Reports.of(new File(basedir, 'target/reports/default').toPath())
assert reports.counts() == new Counts(10, 0, 1, 0)
assert reports.miscounts() == []

def where = new File(basedir, 'target/where').listFiles().collectEntries { [it.name, it.text.split(' ')] }
assert where.size() == 9
def group = where.findAll { it.key.startsWith('Prints') || it.key.startsWith('Crashes') }
assert group.size() == 5
assert group.values()*.getAt(0).toUnique().size() == 1
// The fork stayed when its worker was replaced; the others had something to do as well.
assert where.findAll { it.value[0] == group.PrintsATest[0] }.values()*.getAt(1).toUnique().size() == 2
assert where.values()*.getAt(0).toUnique().size() > 1
