Feature: cukes

  Scenario: some
    Given 3 cukes
    Then there are 3

  Scenario: not enough
    Given 2 cukes
    Then there are 3

  Scenario Outline: many
    Given <n> cukes
    Then there are <n>

    Examples:
      | n |
      | 1 |
      | 2 |
