import java.util.zip.ZipFile
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// The API of this build, repackaged as two others. Both lack a class that the runtime needs: it is not to get that far.
def home = new File(localRepositoryPath, 'io/github/isolation/isolation-api')
def others = ['0.0.9', '0.9999']
def version = home.list().find { new File(home, "$it/isolation-api-${it}.jar").file && !(it in others) }
def jar = new File(home, "$version/isolation-api-${version}.jar")
others.each { other ->
  def directory = new File(home, other)
  directory.mkdirs()
  new File(directory, "isolation-api-${other}.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.github.isolation</groupId>
  <artifactId>isolation-api</artifactId>
  <version>$other</version>
</project>
"""
  def original = new ZipFile(jar)
  new ZipOutputStream(new FileOutputStream(new File(directory, "isolation-api-${other}.jar"))).withCloseable { out ->
    original.entries().findAll { !it.name.endsWith('/fork/AtStart.class') }.each { entry ->
      out.putNextEntry(new ZipEntry(entry.name))
      def bytes = original.getInputStream(entry).bytes
      out.write(entry.name == 'META-INF/isolation/api.properties' ? "version=$other\n".bytes : bytes)
      out.closeEntry()
    }
  }
  original.close()
}
return true
