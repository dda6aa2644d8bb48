/** What the runner gives to an action and not to `run:` steps' programs, or what would let a program speak for the action. */
const kept = (name: string): boolean =>
  !/^(INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_ID_TOKEN_|ACTIONS_CACHE_|ACTIONS_RESULTS_)/i.test(name) &&
  !['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].includes(name);

/**
 * The environment of the programs that the action starts. Compilers, tests and the woven code in them get neither tokens nor
 * the files by which later steps are changed.
 */
export function childEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => kept(name)));
}
