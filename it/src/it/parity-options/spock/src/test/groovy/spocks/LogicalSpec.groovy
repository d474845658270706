package spocks

import spock.lang.Ignore
import spock.lang.Specification
import spock.lang.Unroll

class LogicalSpec extends Specification {

  def "adds"() {
    expect:
    1 + 1 == 2
  }

  def "does not add"() {
    expect:
    1 + 1 == 3
  }

  @Unroll
  def "#a is odd"() {
    expect:
    a % 2 == 1

    where:
    a << [1, 2, 3]
  }

  @Ignore("for a reason")
  def "is ignored"() {
    expect:
    false
  }
}
