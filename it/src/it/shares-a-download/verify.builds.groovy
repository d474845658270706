import io.github.isolation.it.Counts
import io.github.isolation.it.MavenRun
import io.github.isolation.it.ModelServer
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def home = new File(System.getProperty('maven.home'))
def maven = { name, List arguments -> MavenRun.start(home, basedir, localRepositoryPath, name, arguments) }
def cache = { name -> "-Disolation.cacheDirectory=$basedir/target/$name".toString() }
def reports = { run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }
// 5 when asked for.
int repetitions = Integer.getInteger('isolation.repetitions', 0)
int megabytes = repetitions > 0 ? 100 : 24

// L01, plain forks, when asked for: one reads what another is still writing, every time.
repetitions.times { i ->
  new ModelServer(megabytes, 1).withCloseable { server ->
    def run = maven("plain$i", ['test', '-Disolation.skip', '-DforkCount=2', "-Dserver=${server.url()}".toString(), "-Dsha256=${server.sha256()}".toString(), '-Dtest=ATest,BTest'])
    assert run.exitCode() == 1
    def plain = reports("plain$i")
    assert plain.cases(Outcome.FAILED).size() == 1
    assert plain.cases(Outcome.PASSED).size() == 1
    assert plain.cases(Outcome.FAILED)[0].message().contains('expected: <')
  }
}

new ModelServer(megabytes, 0).withCloseable { server ->
  def wanted = ["-Dserver=${server.url()}".toString(), "-Dsha256=${server.sha256()}".toString()]

  // L02: 1 GET for 8 forks, each of which has its own copy.
  assert maven('eight', ['test', '-DforkCount=8', cache('cache')] + wanted).exitCode() == 0
  assert reports('eight').counts() == new Counts(8, 0, 0, 0)
  assert server.downloads() == 1
  def copies = (1..8).collect { new File(basedir, "target/isolation/forks/$it/fixtures/model") }
  assert copies.every { it.length() == megabytes * 1024 * 1024 }

  // 0 with a warm cache, and with -o; the same tests pass every time.
  Math.max(1, repetitions).times { i ->
    assert maven("warm$i", ['test', '-DforkCount=2', cache('cache')] + wanted).exitCode() == 0
    assert reports("warm$i").counts() == new Counts(8, 0, 0, 0)
  }
  assert maven('offline', ['-o', 'test', '-Dtest=ATest', '-DforkCount=1', cache('cache')] + wanted).exitCode() == 0
  assert server.downloads() == 1

  // L35: -o without the entry is one line, with the fixture and the command to run.
  def absent = maven('absent', ['-o', 'process-test-classes', cache('empty')] + wanted)
  assert absent.exitCode() == 1
  def lines = absent.lines("fixture 'model'")
  assert lines.size() == 1
  assert lines[0].startsWith('[ERROR]')
  assert lines[0].contains("run 'mvn process-test-classes' once without -o")
  assert server.downloads() == 1

  // L02, L33: 1 GET for 4 builds started at the same moment on an empty cache; those that wait say for whom.
  def four = (1..4).collect { maven("build$it", ['isolation:prepare-cache', "-Disolation.directory=$basedir/target/build$it".toString(), cache('another')] + wanted) }
  assert four*.exitCode() == [0, 0, 0, 0]
  assert server.downloads() == 2
  assert (1..4).every { new File(basedir, "target/build$it/seed-plan.properties").isFile() }
  assert four.count { !it.lines("from url").isEmpty() } == 1

  // L37: who changes what is shared fails the build, is named, and the next build has it right again.
  def changing = maven('changing', ['test', '-Dtest=ATest', '-Dseed=link', '-DargLine=-Dchanges.it=true', cache('cache')] + wanted)
  assert changing.exitCode() == 1
  assert changing.lines("fixture 'model' (link): changed: the file itself").size() == 1
  assert reports('changing').counts() == new Counts(1, 0, 0, 0)
  def next = maven('next', ['test', '-Dtest=ATest', '-Dseed=shared', cache('cache')] + wanted)
  assert next.exitCode() == 0
  assert server.downloads() == 3

  // The goals that look after the cache need no project of their own.
  def list = maven('list', ['isolation:list-cache', cache('cache')])
  assert list.exitCode() == 0
  assert list.lines("1 entry, ${repetitions > 0 ? '105' : '25.2'} MB").size() == 1
  new File(basedir, 'target/cache/entries/model').listFiles().each { new File(it, 'content').append('x') }
  def verify = maven('verify', ['isolation:verify-cache', cache('cache')])
  assert verify.exitCode() == 1
  assert verify.lines("fixture 'model', $basedir/target/cache/entries/model/").size() == 1
  def nothing = maven('clean-nothing', ['isolation:clean-cache', '-Disolation.fixture=another', '-Disolation.maxSize=1GB', cache('another')])
  assert nothing.exitCode() == 0
  assert nothing.lines('isolation: 0 B removed').size() == 1
  assert nothing.lines("there is no fixture 'another' in $basedir/target/another").size() == 1
  assert new File(basedir, 'target/another/entries/model').list().length == 1
  def clean = maven('clean', ['isolation:clean-cache', '-Disolation.olderThan=0s', cache('another')])
  assert clean.exitCode() == 0
  assert clean.lines('isolation: removed model').size() == 1
  assert new File(basedir, 'target/another/entries/model').list().length == 0
}
// 8 copies are of no use to anybody now.
assert [new File(basedir, 'target/isolation'), new File(basedir, 'target/cache'), new File(basedir, 'target/another')].every { it.deleteDir() }
