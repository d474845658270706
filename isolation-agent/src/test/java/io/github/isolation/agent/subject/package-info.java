/** Programs that tests of the agent run in JVMs of their own. */
package io.github.isolation.agent.subject;
