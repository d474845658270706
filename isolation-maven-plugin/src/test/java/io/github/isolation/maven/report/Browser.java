package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, in which a report is open. */
final class Browser implements AutoCloseable {
    private static final Pattern REQUEST =
            Pattern.compile("\"method\":\"Network\\.requestWillBeSent\".*?\"url\":\"([^\"]*)\"");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it. Where there is none, tests are skipped, but not on CI. */
    static Browser start() {
        Optional<Path> browser = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> itsDriver = program("chromedriver");
        if (browser.isEmpty() || itsDriver.isEmpty()) {
            String missing = "no " + (browser.isEmpty() ? "chromium" : "chromedriver") + " is on the PATH";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(missing + "; .ci/run installs it");
            }
            abort(missing);
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.get().toFile());
        // A container has neither a user for the sandbox nor much shared memory.
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(itsDriver.get().toFile())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> program(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1))
                        .map(directory -> Path.of(directory).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a file, at a place in it. */
    void open(Path file, String fragment) {
        driver.get("about:blank"); // a fragment alone would not open it anew
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(file.toUri() + fragment);
        // Told of a new address after the page, which has asked to be told before.
        driver.executeScript("const follow = () => { window.followed = location.hash; };"
                + "addEventListener('hashchange', follow); follow();");
    }

    /** The text of what a CSS selector finds first. */
    String text(String selector) {
        return one(selector).getText();
    }

    List<String> texts(String selector) {
        return all(selector).stream().map(WebElement::getText).toList();
    }

    WebElement one(String selector) {
        awaitThePlace();
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        awaitThePlace();
        return driver.findElements(By.cssSelector(selector));
    }

    /** Follows a link to another place of the page. */
    void view(String name) {
        awaitThePlace();
        WebElement link = driver.findElement(By.linkText(name));
        String address = link.getAttribute("href");
        link.click();
        await("location.href === arguments[0]", address);
    }

    /**
     * An address changes at once, and the event by which the page follows it is a task of its own: what is looked for before that is looked for on
     * the page as it was.
     */
    private void awaitThePlace() {
        await("window.followed === location.hash");
    }

    /** Asks the page until it is so; the driver gives up after 30 seconds, which is red. */
    private void await(String condition, Object... arguments) {
        driver.executeScript(
                "const look = done => " + condition
                        + " ? done() : setTimeout(look, 5, done); return new Promise(look);",
                arguments);
    }

    Object script(String script) {
        awaitThePlace();
        return driver.executeScript(script);
    }

    /** Moves the mouse to a place in an element, in pixels from its corner. */
    void hover(String selector, int x, int y) {
        at(selector, x, y).perform();
    }

    void click(String selector, int x, int y) {
        at(selector, x, y).click().perform();
    }

    /** The driver counts from the middle. */
    private Actions at(String selector, int x, int y) {
        WebElement element = one(selector);
        Dimension size = element.getSize();
        return new Actions(driver).moveToElement(element, x - size.getWidth() / 2, y - size.getHeight() / 2);
    }

    /** What has the focus. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    String fragment() {
        return String.valueOf(driver.executeScript("return location.hash"));
    }

    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        await("innerWidth === arguments[0] && innerHeight === arguments[1]", width, height);
    }

    /** For people to look at. */
    void shoot(Path file) throws IOException {
        awaitThePlace();
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Nothing went wrong since the page was opened, and it asked for nothing but itself. */
    void assertQuiet(Path file) {
        List<String> problems = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
        assertEquals(List.of(), problems);
        List<String> requests = driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .flatMap(entry -> REQUEST.matcher(entry.getMessage()).results().map(found -> found.group(1)))
                .map(url -> url.replaceFirst("#.*", ""))
                .filter(url -> !url.startsWith("data:"))
                .distinct()
                .toList();
        assertEquals(List.of(file.toUri().toString()), requests);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
