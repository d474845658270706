import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Reports

assert Reports.of(new File(basedir, 'target/reports/stock').toPath()).counts() == new Counts(1, 0, 0, 0)
['one-fork', 'two-forks'].each { run ->
  def reports = Reports.of(new File(basedir, "target/reports/$run").toPath())
  assert reports.counts() == new Counts(52, 0, 0, 0) : run
  // Whose line it is was on its way from the worker when the line was written.
  assert reports.only('prints.PrintsAtOnceTest', 'printsAtOnce').printed() == 'a line of this test\n' : run
}

// For stock Surefire it is a corrupted channel, and the line is gone; here it is a line, whole, and once.
def log = Log.of(basedir.toPath())
assert log.matching('Corrupted channel').size() == 1
assert log.matching('a line from Java').size() == 3
assert log.matching('a line from outside').size() == 2
assert log.matching('another one').size() == 3

// What belongs to no test stands there as it was printed, as with stock.
assert log.matching('^(openjdk|java) version').size() == 1 + 1 + 2
assert log.matching('^.+(openjdk|java) version').empty

// Whatever is in names, messages, output and last words: each report is one that a parser reads, or this would throw.
def anything = Reports.of(new File(basedir, 'target/reports/anything').toPath())
assert anything.miscounts() == []
assert anything.counts().tests() == 101
def dies = anything.only('prints.PrintsAnything', 'dies')
assert dies.type() == 'io.github.isolation.WorkerCrashed'
assert dies.message().contains('and ever \\uffff less')
assert dies.message().contains('no more \\u0000\\u0001\\u001b[31m\\u007f\\u0085\uD83D\uDE00')
// What we say of it on the console has no character that does something to a terminal.
def said = log.matching('isolation: |PrintsAnything.dies »|and ever')
assert said.any { it.contains('and ever \\uffff less') }
assert said.every { !(it =~ /[\x00-\x08\x0b-\x1f\x7f]/) }

// And what is written down of it is a line each of plain characters.
def written = new File(basedir, 'target/isolation/runs').listFiles().collectMany { run ->
  ['record.jsonl', 'books.tsv'].collect { new File(run, it) }.findAll { it.isFile() }
}
assert written.size() >= 2
assert written.every { file -> file.getText('ISO-8859-1').split('\n').every { it ==~ /[\t -~]+/ } }
