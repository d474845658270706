package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.supervisor.core.account.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The part of a class that this machine runs, where others run the rest.
 *
 * @param part which one, from 1
 * @param of how many parts there are
 * @param members the names of the members in it; of the last part, which is everything else, of those in the others
 */
public record ClassPart(int part, int of, Set<String> members) {
    public ClassPart {
        members = Set.copyOf(members);
    }

    /** Of these members. */
    public ClassPart(int part, int of, List<String> members) {
        this(part, of, Set.copyOf(members));
    }

    /** For a person: {@code part 2 of 3}. */
    public String title() {
        return "part " + part + " of " + of;
    }

    /**
     * Whether a member is in it.
     *
     * @param whole whether the tests of the class stay together: then the first part is all of it
     */
    boolean has(String member, boolean whole) {
        return whole ? part == 1 : members.contains(member) == (part < of);
    }

    /** How a worker is told, before it is handed the class. */
    List<Command> commands() {
        List<String> names = members.stream().sorted().toList();
        List<Command> commands = new ArrayList<>();
        for (int from = 0; from == 0 || from < names.size(); from += Selection.IDS_AT_A_TIME) {
            int to = Math.min(names.size(), from + Selection.IDS_AT_A_TIME);
            commands.add(new Command.OnlyPart(part, of, names.subList(from, to)));
        }
        return commands;
    }
}
