import io.github.isolation.it.Counts
import io.github.isolation.it.KillableBuild
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Processes
import io.github.isolation.it.Reports
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration

def log = Log.of(basedir.toPath())
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }

// Ten classes that would be in each other's way, each with the database as it was made.
assert reports('own').counts() == new Counts(10, 0, 0, 0)
assert reports('again').counts() == new Counts(10, 0, 0, 0)

// On one server, one of them finds it so. It ruins it for the others: what they fail of is what another has done.
def shared = reports('shared').cases().findAll { it.outcome() != Outcome.PASSED }
assert shared.size() >= 5
assert shared.any { it.message() =~ /does not exist|already exists|duplicate key|expected: <|deadlock/ }

// initdb ran once, for four forks and four builds.
assert log.matching(/isolation: service 'db', PostgreSQL of .*: its data was made: /).size() == 1
assert log.matching(/isolation: service 'db', PostgreSQL of .*: its data is in the cache: /).size() == 3
assert new File(basedir, 'target/cache/entries/db').list().length == 1

// One application, whose connections ended with the server of the class before.
assert reports('others').cases().findAll { it.className().startsWith('boot.') }*.outcome() == [Outcome.PASSED] * 3

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

// Killed with -9, while data are made and while tests run: no process is left, and no memory. More of this: it/benchmark/services/kills.
def home = new File(System.getProperty('maven.home'))
def arguments = ['-Dmaven.legacyLocalRepo=true', '-DforkCount=2', '-Dtest=Shop*Test']
def programs = new File(basedir, 'target/cache/entries').path
def all = { condition -> ProcessHandle.allProcesses().filter { condition(it, it.info().commandLine().orElse('')) }.toList() }
def servers = { all { process, line -> process.info().command().orElse('').startsWith(programs) } }
def postmasters = { servers().findAll { it.info().commandLine().orElse('').contains('/forks/') } }
def keepers = { all { process, line -> line.contains('isolation-keeper') && new File("/proc/${process.pid()}/cwd").canonicalPath.startsWith(basedir.path) } }
def segments = { pids -> new File('/proc/sysvipc/shm').with { it.exists() ? it.readLines().drop(1)*.tokenize().findAll { pids.contains(it[4] as long) } : [] } }
def await = { wanted ->
    def found = []
    for (int turn = 0; turn < 6000 && found.isEmpty(); turn++) {
        Thread.sleep(10)
        found = wanted()
    }
    assert !found.isEmpty()
    found
}
def patience = Duration.ofSeconds(10)
long seed = System.nanoTime()
println "postgres: random seed $seed"
def random = new Random(seed)
[making: servers, running: postmasters].each { name, begun ->
    if (name == 'making') {
        assert new File(basedir, 'target/cache/entries/db').deleteDir()
    }
    KillableBuild.start(home, basedir, localRepositoryPath, "killed-$name", arguments).withCloseable { maven ->
        def first = await(begun)
        Thread.sleep(random.nextInt(800))
        if (name == 'running') {
            await(postmasters)[0].destroyForcibly()
            Thread.sleep(random.nextInt(300))
        }
        def running = (servers() + keepers() + first).toUnique()
        maven.killMaven()
        assert Processes.leftAfter(patience, running) == [] : "seed $seed"
        assert maven.leftAfter(patience) == [] : "seed $seed"
        assert servers() + keepers() == [] : "seed $seed"
        assert segments(running*.pid()) == [] : "seed $seed"
    }
}

// The next build is as the first; and where it is root's, its servers may be another user's.
def root = Files.getOwner(Path.of('/proc/self')).name == 'root'
KillableBuild.start(home, basedir, localRepositoryPath, 'next', arguments + (root ? ['-Disolation.runAs=nobody'] : [])).withCloseable { maven ->
    assert maven.exitCode() == 0
}
assert reports('next').counts() == new Counts(10, 0, 0, 0)
assert !root || Files.getOwner(new File(basedir, 'target/isolation/forks/1/services/db/data/data/base').toPath()).name == 'nobody'

// Nothing is left behind.
assert Processes.alive(basedir.path + '/target/isolation') == []
assert servers() + keepers() == []
