import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Notes
import io.github.isolation.it.Parity
import io.github.isolation.it.Reports

// All that the project configured for Surefire is in force in the workers as it is in stock's forks.
def reports = ['stock', 'isolated'].collectEntries { [it, Reports.of(new File(basedir, "target/reports/$it").toPath())] }
assert reports.stock.counts() == new Counts(6, 0, 0, 0)
assert Parity.between(reports.stock, reports.isolated) == []

['stock', 'isolated'].each { run ->
  def notes = Notes.of(basedir.toPath(), run).collectEntries { [it.className(), it] }
  assert notes.size() == 4
  def inBoth = [notes['own.FirstTest'], notes['own.SecondTest']]

  // argLine, with late evaluation, quotes and the number of the fork
  assert inBoth.every { it.get('mine.property') == 'from-the-pom' }
  assert inBoth.every { it.get('mine.quoted') == 'two words' }
  assert inBoth.every { it.get('mine.it') == "isn't it" }
  assert inBoth.every { it.get('mine.said') == 'he said "so"' }
  assert inBoth*.get('mine.number.in.argLine') as Set == ['1', '2'] as Set
  assert inBoth.every { it.get('mine.number.late') == it.get('mine.number.in.argLine') }
  // L07: by way of a property whose whole value it is, stock has nothing, and we have the number
  assert inBoth.every { it.get('mine.number.of.a.property') == (run == 'stock' ? '' : it.get('mine.number.in.argLine')) }

  // systemPropertyVariables and environmentVariables, where the number is the same in each of a fork's places
  assert inBoth.every { it.get('mine.variable') == 'plain' }
  assert inBoth.every { it.get('env.MINE') == 'plain' }
  assert inBoth.every { it.get('env.MINE_NUMBER') == 'fork ' + it.get('mine.number.in.argLine') }
  assert inBoth.every { it.get('mine.directory') == "$basedir/target/mine-${it.get('mine.number.in.argLine')}" as String }

  // argLine as a property
  assert notes['own.PropertyTest'].get('mine.property') == 'from-the-pom'
  assert notes['own.PropertyTest'].get('mine.quoted') == null
  assert notes['own.PropertyTest'].get('mine.greeting') == 'hello world'

  // an expression that nobody defines stays as it is, an empty one vanishes
  assert notes['own.UndefinedTest'].get('mine.undefined') == '@{nobody.defines.this}'
  assert notes['own.UndefinedTest'].get('mine.empty') == ''
  assert notes['own.UndefinedTest'].get('mine.property') == null
}

// Of the options that have quotes, backslashes and worse, each is what stock gives its fork.
def options = ['stock', 'isolated'].collect { run ->
  def note = Notes.of(basedir.toPath(), run).find { it.className() == 'own.FirstTest' }
  ['it', 'said', 'escaped', 'backslash', 'shell', 'umlaut'].collect { note.get("mine.$it" as String) }
}
assert options[0] == options[1]
assert options[0].every { it != null }

def isolated = Notes.of(basedir.toPath(), 'isolated').findAll { it.className() in ['own.FirstTest', 'own.SecondTest'] }
assert isolated*.get('isolation.fork') as Set == ['1', '2'] as Set
assert isolated.every { it.get('mine.fork.directory') == it.get('isolation.forkDirectory') }
// What the worker was handed to start with is not left to it as a property of the project's.
assert isolated.every { note -> !note.seen().keySet().any { it.startsWith('isolation.worker.') } }
assert Log.of(basedir.toPath()).summaries().size() == 3
