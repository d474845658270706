/** The POMs of the suites. */
final class Xml {
    private static final String OURS = """
                <plugin>
                  <groupId>io.github.isolation</groupId>
                  <artifactId>isolation-maven-plugin</artifactId>
                  <version>0.1.0-SNAPSHOT</version>
                  <extensions>true</extensions>
                </plugin>
            """;

    private Xml() {}

    static String dependency(String group, String artifact, String version, String more) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>" + version
                + "</version>" + more + "<scope>test</scope></dependency>\n";
    }

    static String pom(String name, String dependencies, String surefire, boolean ours) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.github.isolation.it</groupId>
                  <artifactId>%s</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    %s%s
                  </dependencies>
                  <build><plugins>
                    <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                    <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
                    <plugin>
                      <groupId>org.apache.maven.plugins</groupId>
                      <artifactId>maven-surefire-plugin</artifactId>
                      <version>3.6.1</version>
                      <configuration><redirectTestOutputToFile>true</redirectTestOutputToFile>%s</configuration>
                    </plugin>
                    %s
                  </plugins></build>
                </project>
                """
                .formatted(
                        name,
                        dependency("org.junit.jupiter", "junit-jupiter", "5.13.4", ""),
                        dependencies,
                        surefire,
                        ours ? OURS : "");
    }
}
