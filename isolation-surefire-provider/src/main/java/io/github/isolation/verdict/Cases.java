package io.github.isolation.verdict;

import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.TestFact;
import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.MethodIds;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tests that failed in a run, with what was around them, as its record has them. */
final class Cases {
    /** More failures than that have one cause, and it is none that trials find. */
    static final int MOST = 100;

    private final Path record;
    private final Company company;
    private final List<Case> cases;
    private final Set<String> gone;

    private Cases(Path record, Company company, List<Case> cases, Set<String> gone) {
        this.record = record;
        this.company = company;
        this.cases = cases;
        this.gone = gone;
    }

    /**
     * Of a record.
     *
     * @param earlier that of an earlier run of the same tests, in which some may have passed; null if there is none
     * @param exists whether there is such a class
     */
    static Cases of(Path record, @Nullable Path earlier, Predicate<String> exists) throws IOException {
        Set<String> seen = new HashSet<>();
        Company company =
                new Company(test -> isCase(test) && seen.add(test.className() + "#" + test.name() + test.id()), MOST);
        RecordReader.read(record, company);
        Map<String, List<Piece>> passedAfter = earlier == null ? Map.of() : passedAfter(earlier, company);
        List<Case> cases = new ArrayList<>();
        Set<String> gone = new TreeSet<>();
        for (Company.Found one : company.found()) {
            if (!exists.test(one.hands().className)) {
                gone.add(one.hands().className);
                continue;
            }
            List<Piece> before = there(company.before(one), exists);
            cases.add(new Case(
                    ref(one.fact()),
                    one.fact().ours() && one.fact().stack().startsWith(CrashReport.CRASHED),
                    alone(one),
                    before,
                    company.hints(before),
                    company.beside(one).stream()
                            .map(lane -> there(lane, exists))
                            .toList(),
                    there(passedAfter.getOrDefault(key(one.fact()), List.of()), exists)));
        }
        return new Cases(record, company, cases, gone);
    }

    private static List<Piece> there(List<Piece> pieces, Predicate<String> exists) {
        return pieces.stream().filter(piece -> exists.test(piece.className())).toList();
    }

    /** Classes with failures that there are no more. */
    Set<String> gone() {
        return gone;
    }

    /** What was not run has failed for another reason, and the first attempt is the one that had company. */
    private static boolean isCase(TestFact test) {
        boolean ran = !(test.ours() && test.stack().startsWith(CrashReport.NOT_RUN));
        return test.isFailure() && test.attempt() == 1 && ran;
    }

    private static Map<String, List<Piece>> passedAfter(Path earlier, Company failed) throws IOException {
        Set<String> keys = new HashSet<>();
        failed.found().forEach(one -> keys.add(key(one.fact())));
        Company passed = new Company(
                test -> test.outcome().equals("passed") && test.attempt() == 1 && keys.contains(key(test)), MOST);
        RecordReader.read(earlier, passed);
        Map<String, List<Piece>> after = new HashMap<>();
        for (Company.Found one : passed.found()) {
            after.put(key(one.fact()), passed.before(one));
        }
        return after;
    }

    private static String key(TestFact test) {
        return test.className() + "#" + test.name();
    }

    private static TestRef ref(TestFact test) {
        return new TestRef(test.id(), test.className(), test.name());
    }

    private static Piece alone(Company.Found one) {
        String method =
                ref(one.fact()).isOfClass() ? "" : MethodIds.of(one.fact().id());
        String className = one.hands().className;
        return method.isEmpty() ? Piece.whole(className) : new Piece(className, List.of(method));
    }

    /** Others, of the same run. */
    Cases with(List<Case> others) {
        return new Cases(record, company, others, Set.of());
    }

    /** What the worker of a test that passed ran before it, by the key of the test; nothing if it did not pass. */
    List<Piece> passedAfter(String key) throws IOException {
        Company passed = new Company(
                test -> test.outcome().equals("passed")
                        && test.attempt() == 1
                        && key(test).equals(key),
                1);
        RecordReader.read(record, passed);
        return passed.found().isEmpty()
                ? List.of()
                : passed.before(passed.found().get(0));
    }

    List<Case> all() {
        return cases;
    }

    /** How many failures there were beyond those. */
    int more() {
        return company.moreFound();
    }

    /** The classes of which a test has a result, in the order of the first of each. */
    List<String> order() {
        return company.order();
    }

    /** How long a class took, in milliseconds; 0 if it is not known. */
    long millis(String className) {
        return company.millis(className);
    }

    /** How long a trial would take, if its classes take as long as they did: as long as its longest worker. */
    long millis(Trial trial) {
        long longest = 0;
        for (List<Piece> lane : trial.lanes()) {
            longest = Math.max(
                    longest,
                    lane.stream().mapToLong(piece -> millis(piece.className())).sum());
        }
        return longest;
    }

    /** The methods of a class that have a result, in their order; none if they are not known. */
    List<String> methodsOf(String className) {
        Set<String> methods = new LinkedHashSet<>();
        Map<Integer, String> inHand = new HashMap<>();
        try {
            RecordReader.read(record, fact -> {
                if (fact instanceof ClassFact handed) {
                    inHand.put(handed.worker(), handed.className());
                } else if (fact instanceof TestFact test
                        && className.equals(inHand.get(test.worker()))
                        && !test.name().equals(PlannedTest.NO_NAME)) {
                    methods.add(MethodIds.of(test.id()));
                }
            });
        } catch (IOException e) {
            return List.of(); // it could be read a moment ago; the class is named then, and not its method
        }
        methods.remove("");
        return List.copyOf(methods);
    }
}
