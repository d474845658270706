// As the invoker runs a verify.groovy: with the same variables, and what tests of builds share on the class path.
def build = new File(project.basedir, "../../${session.userProperties.getProperty('of')}").canonicalFile
def loader = new GroovyClassLoader(getClass().classLoader)
def repository = session.request.localRepositoryPath
def version = project.properties['isolation.version']
loader.addClasspath(project.properties['it.test.classes'])
// By which records are read.
loader.addClasspath("$repository/io/github/isolation/isolation-surefire-provider/$version/isolation-surefire-provider-${version}.jar")
def variables = new Binding(basedir: build, localRepositoryPath: repository)
try {
  new GroovyShell(loader, variables).evaluate(new File(build, 'verify.builds.groovy'))
} catch (Throwable failed) {
  // Maven would tell no more than that a script has failed.
  failed.printStackTrace(System.out)
  throw failed
}
