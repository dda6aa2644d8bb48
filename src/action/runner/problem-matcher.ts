/**
 * How gots' own messages are found in the logs of later steps: `gots: file:line:col: message (code); hint`. What the compiler
 * says is left to setup-go's matcher, so that nothing is annotated twice.
 *
 * @see https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md
 */
export const problemMatcher = {
  problemMatcher: [
    {
      owner: 'gots',
      pattern: [
        {
          regexp: '^(?:gots: )?([^\\s:][^:]*):(\\d+):(\\d+): (.* \\([a-z0-9]+(?:_[a-z0-9]+)+\\)(?:; .*)?)$',
          file: 1,
          line: 2,
          column: 3,
          message: 4,
        },
      ],
    },
  ],
} as const;
