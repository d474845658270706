import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

def log = Log.of(basedir.toPath())
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }

// Ten classes that would be in each other's way, each with the database as it was made.
assert reports('own').counts() == new Counts(10, 0, 0, 0)
assert reports('again').counts() == new Counts(10, 0, 0, 0)

// On one server, one of them finds it so. It ruins it for the others: what they fail of is what another has done.
def shared = reports('shared').cases().findAll { it.outcome() != Outcome.PASSED }
assert shared.size() >= 8
assert shared.any { it.message() =~ /does not exist|already exists|duplicate key|expected: <|deadlock/ }

// initdb ran once, for four forks and four builds.
assert log.matching(/isolation: service 'db', PostgreSQL of .*: its data was made: /).size() == 1
assert log.matching(/isolation: service 'db', PostgreSQL of .*: its data is in the cache: /).size() == 3
assert new File(basedir, 'target/cache/entries/db').list().length == 1

// The others: where they are missing, that is said; CI has them.
def others = ['Mariadb': '/usr/sbin/mariadbd', 'Redis': '/usr/bin/redis-server']
others.each { kind, program ->
    boolean there = new File(program).exists()
    assert there || System.getenv('CI') != 'true' : "$program is missing, and CI is to try everything"
    def outcomes = reports('others').cases().findAll { it.className().startsWith("others.$kind") }*.outcome()
    assert outcomes == [there ? Outcome.PASSED : Outcome.SKIPPED] * 2
    if (!there) {
        println "$kind was not tried: there is no $program"
    }
}

// The password is in files that nobody else may read, and nowhere else: not in a log, a record or a report.
def entry = new File(basedir, 'target/cache/entries/db').listFiles()[0]
def password = new File(entry, 'content/isolation.password').text
assert password ==~ /[0-9a-f]{32}/
def telling = []
Files.walk(basedir.toPath()).filter { Files.isRegularFile(it) && Files.size(it) < 10_000_000 }.forEach {
    if (new String(Files.readAllBytes(it), 'ISO-8859-1').contains(password)) {
        telling << it
    }
}
assert !telling.isEmpty()
def open = telling.findAll { PosixFilePermissions.toString(Files.getPosixFilePermissions(it)) != 'rw-------' }
assert open == []
assert telling.every { it =~ /services.db..password$|isolation\.password$|shared-url/ }

// Nothing is left behind.
def running = ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').contains(basedir.path + '/target/isolation') }.toList()
assert running == []
