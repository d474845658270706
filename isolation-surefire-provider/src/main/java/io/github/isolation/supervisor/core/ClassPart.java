package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.supervisor.core.account.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a class that this machine runs, where others run the rest.
 *
 * @param part which one, from 1
 * @param of how many parts there are
 * @param members the names of the members in it; of the last part, which is everything else, of those in the others
 */
public record ClassPart(int part, int of, List<String> members) {
    public ClassPart {
        members = List.copyOf(members);
    }

    /** For a person: {@code part 2 of 3}. */
    public String title() {
        return "part " + part + " of " + of;
    }

    /** How a worker is told, before it is handed the class. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (int from = 0; from == 0 || from < members.size(); from += Selection.IDS_AT_A_TIME) {
            int to = Math.min(members.size(), from + Selection.IDS_AT_A_TIME);
            commands.add(new Command.OnlyPart(part, of, members.subList(from, to)));
        }
        return commands;
    }
}
