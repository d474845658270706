import io.github.isolation.it.TerminalRun

if (!TerminalRun.isPossible()) {
  println 'There is no script(1) of util-linux here, and so no terminal: the line is not looked at.'
  assert System.getenv('CI') != 'true'
  return
}

// Another Maven than the one of this build: -Disolation.maven.home=DIRECTORY.
def home = new File(System.getProperty('isolation.maven.home') ?: System.getProperty('maven.home'))
def at = { name, List<String> arguments, exitCode = 0 ->
  TerminalRun.of(home, basedir, localRepositoryPath, new File(basedir, name + '.sent').toPath(), exitCode, arguments)
}
def erase = '\r\u001b[K'
def drawn = /\u001b\[\?7l([^\u001b\r\n]*)\u001b\[\?7h/
// What somebody sees who looks at the end, of whom nothing was hidden: no line of Maven's or of the tests has anything else in it.
def complete = { String sentOrShown ->
  def text = sentOrShown.replaceAll(/\u001b\[[\d;]*m/, '')
  ['a', 'b'].every { module ->
    (0..<300).every { i -> text =~ /(?m)\b$module $i\r?$/ } &&
      text.contains("$module: half a line, ") &&
      text =~ /(?m)\b$module to the other stream\r?$/
  } && (text =~ /(?m)the other half\r?$/).count == 2 && (text =~ /(?m)1 %\r50 %\r100 %\r?$/).count == 2 &&
    text.contains('BUILD SUCCESS') && text.readLines().count { it.contains('Tests run: 1, ') } >= 2
}

// At a terminal. The tests go on until both are in one line, so it was there if this comes to an end.
def sent = at('live', ['-T2', 'test', '-DforkCount=1', "-Dshown=${new File(basedir, 'live.sent')}" as String])
def texts = (sent =~ drawn).collect { it[1] }
assert texts.any { it ==~ /Tests: 0 of 2 classes done; [AB]WatchedTest for \d+ s, [AB]WatchedTest for \d+ s/ }
assert texts.every { it.startsWith('Tests: ') && it.length() < 100 }

// It is drawn at the beginning of a line, the next thing is that it is erased, and so it is at the end.
def pieces = sent.split(/(?=\u001b\[\?7l)/) as List
assert pieces.size() == texts.size() + 1
assert pieces[0].endsWith('\n')
pieces.drop(1).each { piece ->
  def behind = piece.replaceFirst(drawn, '')
  assert behind.startsWith(erase)
  assert behind == erase || behind.endsWith('\n') || piece.is(pieces.last())
  assert !behind.substring(erase.length()).contains(erase)
}
assert complete(sent.replaceAll(drawn, '').replace(erase, '')) : 'see live.sent'
assert !sent.contains('classes done after')

// With -B there is no line that changes; with -q there is nothing.
def batch = at('batch', ['-B', 'test'])
assert complete(batch) : 'see batch.sent'
assert !batch.contains(erase)
assert !batch.contains('\u001b[?7')
def quiet = at('quiet', ['-q', 'test', '-Dtest=AWatchedTest', '-Dsurefire.failIfNoSpecifiedTests=false'])
assert quiet.contains('a 299')
assert !quiet.contains(erase)
assert !quiet.contains('\u001b[?7')

// The module that goes on after another's tests have failed has the line to itself.
def after = at('after', ['-fae', 'test', '-DforkCount=1', "-Dshown=${new File(basedir, 'after.sent')}" as String, '-Dalone', '-Dfails=a'], 1)
def ofB = (after =~ drawn).collect { it[1] }.findAll { it.contains('BWatchedTest for ') }
assert !ofB.empty
assert ofB.every { it.startsWith('Tests: 0 of 1 classes done') } : ofB
