import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

// Two forks, one database: the second one to come can not boot it, so it fails for the reason we say, and for no other.
def reports = Reports.of(new File(basedir, 'target/surefire-reports').toPath())
def errors = reports.cases(Outcome.ERROR)
assert reports.miscounts() == []
assert reports.cases().size() == 16
assert reports.cases(Outcome.FAILED) == []
assert errors.size() > 0
assert errors.every { it.type() == 'java.sql.SQLException' }
assert errors.every { it.text().contains('Another instance of Derby may have already booted the database') }
assert reports.cases(Outcome.PASSED).size() > 0
