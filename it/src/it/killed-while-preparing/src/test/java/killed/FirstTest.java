package killed;

/** There are as many forks as there are classes; nobody runs this one. */
class FirstTest {}
