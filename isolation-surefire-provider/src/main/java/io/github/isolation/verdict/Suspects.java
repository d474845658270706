package io.github.isolation.verdict;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.findings.Finding.Witness;
import io.github.isolation.findings.Tried;
import io.github.isolation.record.TriedFact;
import io.github.isolation.trial.MethodIds;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an audit has found and trials may confirm, with what they have shown of it by now. A test that fails in the company of a
 * finding's tests, and by itself does not, confirms it only if there is nothing else between them. One thread's.
 */
final class Suspects {
    /** More witnesses are not named; then anybody may be one. */
    private static final int NAMED = 10;

    /** Of these it is known who does it. */
    private static final Set<Section> SEEN = Set.of(Section.CLASHES, Section.SERVICES);

    private final List<Finding> all;
    private final Map<Finding, Tried> tried = new LinkedHashMap<>();
    private final Predicate<String> exists;

    /**
     * Of these.
     *
     * @param all findings, the others as well
     * @param exists whether there is such a class
     */
    Suspects(List<Finding> all, Predicate<String> exists) {
        this.all = List.copyOf(all);
        this.exists = exists;
        this.all.stream().filter(Suspects::canBeTried).forEach(one -> tried.put(one, Tried.NOT));
    }

    /** A server has nobody to be run beside, and so has a file that changed during one class; and one that changes all the time has too many. */
    private static boolean canBeTried(Finding finding) {
        return switch (finding.section()) {
            case CLASHES, LEFT, AT_WORK -> true;
            case HARMLESS -> finding.canBeNoticed();
            case DIFFERENCES ->
                finding.classes().size() > 1 && finding.classes().size() < NAMED;
            case SERVICES -> false;
        };
    }

    /** Those of one part, whose classes are all there. */
    List<Finding> of(Section section) {
        return tried.keySet().stream()
                .filter(one ->
                        one.section() == section && one.classes().stream().allMatch(exists))
                .toList();
    }

    int size() {
        return tried.size();
    }

    long confirmed() {
        return tried.values().stream().filter(Tried::confirmed).count();
    }

    /** Those of one part of which nothing was seen. */
    List<Finding> untried(Section section) {
        return of(section).stream().filter(this::isUntried).toList();
    }

    /** Whether nothing was seen of it. */
    boolean isUntried(Finding finding) {
        return tried(finding).seen().isEmpty();
    }

    boolean isConfirmed(Finding finding) {
        return tried(finding).confirmed();
    }

    private Tried tried(Finding finding) {
        return tried.getOrDefault(finding, Tried.NOT);
    }

    /** Something was seen, which shows nothing. */
    void saw(Finding finding, String what) {
        tried.put(finding, tried(finding).and(new Tried(false, List.of(what))));
    }

    /** Who does it, and not who was there at the time. */
    private static List<Witness> doers(Finding finding) {
        return finding.section() == Section.AT_WORK ? finding.witnesses().subList(0, 1) : finding.witnesses();
    }

    /** The classes that leave it behind: state, or a thread. */
    static Set<String> polluters(Finding finding) {
        return doers(finding).stream().map(one -> one.test().topLevel()).collect(Collectors.toSet());
    }

    /**
     * A test fails after a piece has run in its worker, and passes without; or it needs it, and fails without.
     *
     * @param what in words
     */
    void minds(Piece polluter, TestRef victim, String what) {
        List<Finding> left = leftBy(polluter);
        if (left.isEmpty()) {
            // Of its class something was seen, by another method: that somebody minds is no less true.
            leftBy(Piece.whole(polluter.className()), Set.of(Section.LEFT, Section.AT_WORK, Section.HARMLESS))
                    .forEach(one -> note(one, what + "; " + polluter + " was not seen to leave this", false));
            return;
        }
        boolean clash = sharesMore(polluter, Trial.topLevel(victim.className()), left);
        String doubt = left.size() > 1
                ? "; " + polluter + " leaves " + left.size() + " things, and which of them it is was not tried"
                : clash ? "; they share a file, a port or a service as well, and which it is was not tried" : "";
        left.forEach(one -> note(one, what + doubt, doubt.isEmpty()));
    }

    /** Whether it would be news that somebody minds what a piece leaves: of one thing it would be confirmed, of several be seen. */
    boolean isNews(Piece polluter) {
        List<Finding> left = leftBy(polluter);
        return left.size() == 1 ? !isConfirmed(left.get(0)) : left.stream().anyMatch(this::isUntried);
    }

    /** What it is that others may mind: what is probably harmless only where it leaves nothing else. */
    private List<Finding> leftBy(Piece polluter) {
        List<Finding> left = leftBy(polluter, Set.of(Section.LEFT, Section.AT_WORK));
        return left.isEmpty() ? leftBy(polluter, Set.of(Section.HARMLESS)) : left;
    }

    private List<Finding> leftBy(Piece polluter, Set<Section> sections) {
        return all.stream()
                .filter(one -> sections.contains(one.section()) && one.canBeNoticed() && isOf(one, polluter))
                .toList();
    }

    private static boolean isOf(Finding finding, Piece polluter) {
        List<String> methods = polluter.isWhole() ? List.of("") : polluter.methods();
        return doers(finding).stream()
                .anyMatch(one -> methods.stream().anyMatch(method -> one.isOf(polluter.className(), method)));
    }

    /** What a thread that was left does to a file of both is no other thing. */
    private boolean sharesMore(Piece polluter, String victim, List<Finding> left) {
        List<String> ofThreads = left.stream()
                .filter(one -> one.section() == Section.AT_WORK)
                .flatMap(one -> one.witnesses().stream())
                .map(Witness::line)
                .toList();
        return shared(polluter.className(), victim, SEEN).stream()
                .flatMap(one -> one.witnesses().stream())
                .anyMatch(one -> one.isOf(polluter.className(), "") && !ofThreads.contains(one.line()));
    }

    /**
     * A test fails beside a class in another worker, and passes without.
     *
     * @param what in words
     */
    void failsBeside(String other, TestRef victim, String what) {
        String own = Trial.topLevel(victim.className());
        String method = victim.isOfClass() ? "" : MethodIds.plain(victim.name());
        List<Finding> known = shared(own, other, SEEN);
        // By whom a file was changed is not known, and the log of a build changes all the time: that is no doubt about
        // what was seen.
        List<Finding> shared = (known.isEmpty() ? shared(own, other, Set.of(Section.DIFFERENCES)) : known)
                .stream()
                        .filter(one -> one.witnesses().size() >= NAMED
                                || one.witnesses().stream().anyMatch(witness -> witness.isOf(own, method)))
                        .toList();
        String doubt = shared.size() > 1
                ? "; they share " + shared.size() + " things, and which of them it is was not tried"
                : "";
        shared.forEach(one -> note(one, what + doubt, doubt.isEmpty()));
    }

    private List<Finding> shared(String one, String other, Set<Section> sections) {
        return all.stream()
                .filter(finding -> sections.contains(finding.section())
                        && (SEEN.contains(finding.section()) || tried.containsKey(finding)))
                .filter(finding -> finding.classes().containsAll(List.of(one, other)))
                .toList();
    }

    private void note(Finding finding, String what, boolean confirms) {
        if (tried.containsKey(finding)) {
            tried.put(finding, tried(finding).and(new Tried(confirms, List.of(what))));
        }
    }

    /** Writes down what was seen of each. */
    void tell(Told told) {
        tried.forEach((finding, one) -> {
            if (!one.seen().isEmpty()) {
                told.note(at -> new TriedFact(at, finding.id(), one.confirmed(), one.seen()));
            }
        });
    }
}
