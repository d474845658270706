import io.github.isolation.it.Counts
import io.github.isolation.it.Log
import io.github.isolation.it.Outcome
import io.github.isolation.it.Reports

def notes = { String run, String name -> new File(basedir, "target/once-$run/$name").readLines() }
def reports = { String run -> Reports.of(new File(basedir, "target/reports/$run").toPath()) }

// L31: one was killed in the middle of it; another one made it, once, and all whose worker lived have the same whole thing.
assert notes('killed', 'begun').size() == 2
assert notes('killed', 'made').size() == 1
assert notes('killed', 'begun')[1] == notes('killed', 'made')[0]
def killed = reports('killed')
assert killed.miscounts() == []
// The class whose worker was killed while it was set up is tried once more; the kill is an error of the class all the same.
assert killed.cases(Outcome.PASSED).size() == 8
assert killed.cases(Outcome.PASSED)*.className().toUnique().size() == 8
assert killed.cases(Outcome.ERROR)*.name() == ['executionError']
assert killed.cases(Outcome.ERROR)*.type() == ['io.github.isolation.WorkerCrashed']
assert killed.cases(Outcome.ERROR)[0].message().contains('SIGKILL')
assert notes('killed', 'paths') == ["$basedir/target/isolation/once/schema/content" as String] * 8

// The waiters say for whom they wait.
def log = Log.of(basedir.toPath())
assert log.matching(/isolation: fork \d waits for once\("schema"\), which process \d+ has in hand/).size() >= 6

// A failure is everybody's, with its cause; it ran once. And the next build makes it anew: nothing is left of the first.
assert notes('failed', 'begun').size() == 1
def failed = reports('failed')
assert failed.cases().size() == 8
assert failed.cases(Outcome.ERROR)*.type() == ['io.github.isolation.OnceFailedException'] * 8
assert failed.cases(Outcome.ERROR).every { it.message().contains('java.lang.IllegalStateException: the second half is missing') }
assert !new File(basedir, 'target/isolation/once/schema/content').exists()
