package io.github.isolation.service;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no service outlives this JVM, however it ends: a small shell beside it that reads what it is told from a
 * pipe, and that ends all services when nobody holds the other end of it any more. It knows a process by its number and the
 * time at which it was started, so that it never ends another one of that number.
 *
 * <p>What a killed process leaves in the kernel is a segment of shared memory: PostgreSQL has a small one, by which it sees that
 * a data directory is in use, and the kernel keeps it until somebody removes it. So that is looked for when a service is gone.
 *
 * <p>A service is a shell that waits for a word before it becomes the server, with {@code exec}: by then the keeper knows it.
 * So the {@link Process} is the server, with its own exit status. See {@code
 * src-site/decisions/2026-11-29-who-ends-a-service.md}. Thread-safe.
 */
public final class Keeper implements Closeable {
    private static final Path SHELL = Path.of("/bin/sh");

    /** Begins a session of its own, where there is a program for that: then all that the server has started is one group. */
    private static final String SERVICE = """
            read -r go || exit 1
            exec 0</dev/null
            if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
            exec "$@"
            """;

    private static final String SCRIPT = """
            trap '' INT TERM HUP QUIT
            kept=
            began() {
              if [ -r /proc/self/stat ]; then
                { read -r line <"/proc/$1/stat"; } 2>/dev/null || return 0
                line=${line##*) }
                set -- $line
                [ "$1" = Z ] || echo "${20}"
              else
                ps -o lstart= -p "$1" 2>/dev/null | tr -d ' '
              fi
            }
            lives() { [ -n "$2" ] && [ "$(began "$1")" = "$2" ]; }
            send() { kill -s "$1" "$2" 2>/dev/null; }
            group() { kill -s KILL -- "-$1" 2>/dev/null; }
            split() {
              pid=${1%%/*}; tail=${1#*/}; time=${tail%%/*}
              tail=${tail#*/}; signal=${tail%%/*}; since=${tail#*/}
            }
            members() {
              for file in /proc/[0-9]*/stat; do
                { read -r line <"$file"; } 2>/dev/null || continue
                process=${line%% *}
                line=${line##*) }
                set -- "$1" $line
                if [ "$4" = "$1" ] && [ "$2" != Z ]; then echo "$process"; fi
              done
            }
            memory() {
              [ -r /proc/sysvipc/shm ] || return 0
              look=0
              while [ $look -lt 10 ]; do
                look=$((look + 1))
                attached=
                while read -r key id mode size maker last users uid gid cuid cgid atime dtime ctime more; do
                  if [ "$maker" = "$1" ] && [ "$ctime" -ge "$2" ]; then
                    if [ "$users" = 0 ]; then ipcrm -m "$id" 2>/dev/null; else attached=yes; fi
                  fi
                done </proc/sysvipc/shm
                [ -n "$attached" ] || return 0
                sleep 0.05 2>/dev/null || return 0
              done
            }
            rest() {
              makers=$1
              if kill -s 0 -- "-$1" 2>/dev/null; then
                living=$(members "$1")
                makers="$makers $living"
                look=0
                while [ -n "$living" ] && [ $look -lt 10 ]; do
                  look=$((look + 1))
                  sleep 0.05 2>/dev/null || break
                  living=$(members "$1")
                done
                group "$1"
              fi
              for one in $makers; do memory "$one" "$2"; done
            }
            without() {
              left=
              for one in $kept; do
                case $one in "$1"/*) ;; *) left="$left $one" ;; esac
              done
              kept=$left
            }
            while read -r what number word; do
              case $what in
              keep)
                kept="$kept $number/$(began "$number")/$word/$(date +%s)"
                echo "$number" ;;
              signal)
                for one in $kept; do
                  split "$one"
                  if [ "$pid" = "$number" ] && lives "$pid" "$time"; then
                    if [ "$word" = KILL ]; then group "$pid"; fi
                    send "$word" "$pid"
                  fi
                done
                echo "$number" ;;
              forget)
                since=$(date +%s)
                for one in $kept; do case $one in "$number"/*) split "$one" ;; esac; done
                without "$number"
                rest "$number" "$since"
                echo "$number" ;;
              esac
            done
            for one in $kept; do split "$one"; if lives "$pid" "$time"; then send "$signal" "$pid"; fi; done
            turn=0
            while [ $turn -lt 12 ]; do
              turn=$((turn + 1))
              some=
              for one in $kept; do split "$one"; if lives "$pid" "$time"; then some=yes; fi; done
              [ -n "$some" ] || break
              sleep 0.05 2>/dev/null || sleep 1
            done
            for one in $kept; do
              split "$one"
              if lives "$pid" "$time"; then send KILL "$pid"; fi
            done
            for one in $kept; do split "$one"; rest "$pid" "$since"; done
            """;

    private final Map<Long, String> kept = new ConcurrentHashMap<>();
    private @Nullable Process shell;
    private @Nullable Writer to;
    private @Nullable BufferedReader from;

    /** Whether there is what it needs; Windows has no such shell. */
    public static boolean isPossible() {
        return Files.isExecutable(SHELL);
    }

    /**
     * Starts a service, which is kept from its beginning.
     *
     * @param builder with the command of the server
     * @param signal what asks it to end
     */
    public synchronized Process start(ProcessBuilder builder, String signal) throws IOException {
        if (!isPossible()) {
            throw new IOException("services need a POSIX shell, " + SHELL + ", which this system does not have");
        }
        List<String> command = new ArrayList<>(List.of(SHELL.toString(), "-c", SERVICE, "isolation-service"));
        command.addAll(builder.command());
        Process service = builder.command(command).start();
        try {
            kept.put(service.pid(), signal);
            tell("keep", service.pid(), signal);
            try (OutputStream gate = service.getOutputStream()) {
                gate.write('\n');
            }
            return service;
        } catch (IOException e) {
            service.destroyForcibly();
            kept.remove(service.pid());
            throw new IOException(
                    "what ends services when everything else has ended does not run: " + e.getMessage(), e);
        }
    }

    /** Takes charge of a process that an earlier keeper should have ended. */
    synchronized void adopt(long pid, String signal) throws IOException {
        kept.put(pid, signal);
        tell("keep", pid, signal);
    }

    /** Sends a signal to a service, if it still lives; with KILL, to all that it has started as well. */
    public synchronized void signal(long pid, String signal) throws IOException {
        tell("signal", pid, signal);
    }

    /** A service is gone. What it has started and left behind goes as well. */
    public synchronized void forget(long pid) throws IOException {
        kept.remove(pid);
        tell("forget", pid, "-");
    }

    /** Ends what is still kept. */
    @Override
    public synchronized void close() throws IOException {
        if (to != null) {
            to.close();
        }
    }

    private void tell(String what, long pid, String word) throws IOException {
        if (shell == null || !shell.isAlive()) {
            open();
        }
        Writer writer = to;
        BufferedReader reader = from;
        if (writer == null || reader == null) {
            throw new IOException("it could not be started");
        }
        say(writer, reader, what, pid, word);
    }

    /** Another one, if somebody has ended the first. It learns of all that it is to keep. */
    private void open() throws IOException {
        Process started = new ProcessBuilder(SHELL.toString(), "-c", SCRIPT, "isolation-keeper")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Writer writer = started.outputWriter();
        BufferedReader reader = started.inputReader();
        for (Map.Entry<Long, String> one : kept.entrySet()) {
            say(writer, reader, "keep", one.getKey(), one.getValue());
        }
        shell = started;
        to = writer;
        from = reader;
    }

    private static void say(Writer to, BufferedReader from, String what, long pid, String word) throws IOException {
        to.write(what + " " + pid + " " + word + "\n");
        to.flush();
        String answer = from.readLine();
        if (answer == null) {
            throw new IOException("it ended");
        }
    }
}
