import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Reports
import java.security.MessageDigest

def log = Log.of(basedir.toPath())
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
def cache = new File(basedir, 'target/cache')
def words = new File(basedir, 'src/test/files/words.txt')
def sign = { name -> new File(basedir, "target/signs/$name").text }
def prepared = { id -> log.matching("^\\[INFO\\] isolation: fixture '$id' (from|is in the cache)").collect { it.contains("' from ") ? 'fetched' : 'there' } }
def refused = log.matching('^\\[ERROR\\] Failed to execute goal .*:prepare-cache ')

// The limit is the user's, not the default of 1 GiB; and what the message says to write is what the other builds have.
assert refused.size() == 3
assert refused[0].contains("fixture 'archive' (artifact org.apiguardian:apiguardian-api:jar:1.1.2): it is refused: with its entry 'META-INF/LICENSE' more than 10.0 kB come out of it.")
assert refused[0].contains('<unpackLimit>20.0 kB</unpackLimit>')
assert prepared('archive') == ['fetched', 'there', 'there', 'there']
assert new File(cache, 'entries/archive').list().length == 1

// A wrong checksum: what it is, what it was to be, and nothing is kept. The right one, afterwards.
assert refused[1].contains("fixture 'words' (url file:")
assert refused[1].contains("its SHA-512 is ${MessageDigest.getInstance('SHA-512').digest(words.bytes).encodeHex()}, but <sha512> says ${'0' * 128}; nothing was cached.")
assert new File(cache, 'entries/words').list().length == 1
assert new File(cache, 'partial/words').list().length == 0
assert new File(basedir, 'target/reports').list().sort() == ['changes', 'first', 'other-input']

// The command ran once for each state of its input; what else is refused does not keep it from that.
assert prepared('names') == ['fetched', 'there', 'there', 'there', 'fetched']
assert new File(basedir, 'target/read-by-the-command.txt').readLines() == ['Katherine Ada Emmy', 'Katherine Grace Emmy']
assert new File(cache, 'entries/names').list().length == 2
assert new File(basedir, 'target/isolation/commands/names.log').text == 'sorted target/test-classes/names.txt\n'
assert reports('other-input').counts() == new Counts(4, 0, 0, 0)

// The cached fixture is one for all forks. The build of a test that changes it fails, though every test passes; the next has it whole.
assert reports('first').counts() == new Counts(8, 0, 0, 0)
assert sign('cached-for-reader') == sign('cached-for-writer')
assert new File(sign('cached-for-reader')).toPath().startsWith(new File(cache, 'entries/words').toPath())
assert reports('changes').counts() == new Counts(1, 0, 0, 0)
assert log.matching("^\\[ERROR\\]   - fixture 'words' .*: changed: the file itself. Each fork has a copy, but a test changed what it was copied from, .* in quarantine: ").size() == 1
assert prepared('words') == ['fetched', 'there', 'there', 'fetched']
assert new File(sign('cached-for-reader')).text == words.text

// Nobody waited to read, in two forks; who wanted to write did.
assert log.summaries()[0].contains('8 tests in 2 forks, 2 workers, 0 crashes')
assert log.matching("for the lock 'table' to read") == []
assert log.matching("isolation: fork \\d has waited \\d+ s for the lock 'table' to write, which process \\d+ took last").size() >= 1

// No more forks than there are classes for, whatever was asked for; and the cache is its user's alone.
assert new File(basedir, 'target/isolation/forks').list().length <= 5
assert java.nio.file.Files.getPosixFilePermissions(cache.toPath()).join(' ').findAll('GROUP|OTHERS') == []

// What cannot be declared: everything at once, and no secret in the log or in a file.
assert refused[2].contains('problems in the configuration of isolation-maven-plugin:')
assert log.matching('  - <fixtures> has a <fixtur>; write <fixture>').size() >= 1
assert log.matching("  - <fixture> 'data': <id>data</id> differs from <id>Data</id> by case only").size() >= 1
assert log.matching("  - <fixture> 'Data': <url>https://[^a-z<]+</url> names no host").size() >= 1
assert log.matching("  - <fixture> 'data': <url>ftp://[^a-z<]+</url> must start with").size() >= 1
assert log.matching("  - <fixture> 'space': <url>https://[^a-z<]+</url> is not a URL").size() >= 1
assert log.matching("  - <fixture> 'token': <path>https://[^a-z<]+</path> does not exist").size() >= 1
assert log.matching('S3cr3t') == []
def written = []
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { written << it }
assert written.size() > 10
assert written.findAll { it.getText('ISO-8859-1').contains('S3cr3t') } == []
