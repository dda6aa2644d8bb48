// What gots has promised itself, beside what was measured.
import { median, megabytes, pick, seconds, table } from './numbers.mjs';
import { phases } from './options.mjs';

/**
 * A row for each limit of which everything was measured. The exit code of the benchmark does not depend on them.
 *
 * @param {readonly import('./report.mjs').Sample[]} samples
 * @returns {string} a table in Markdown
 */
export function limits(samples) {
  const mid = (phase, tool) => median(pick(samples, phase, tool));
  /** @param {import('./options.mjs').PhaseName} phase */
  const times = (phase, factor, counterpart = 'plain, injected packages included') =>
    limit(titleOf(phase), `≤ ${factor} × ${counterpart}`, mid(phase, 'gots'), mid(phase, 'plain') * factor);
  const plus = (phase, ms) =>
    limit(titleOf(phase), `≤ plain + ${ms / 1000} s`, mid(phase, 'gots'), mid(phase, 'plain') + ms);
  const atMost = (phase, ms) => limit(titleOf(phase), `≤ ${ms / 1000} s`, mid(phase, 'gots'), ms);
  const peaks = samples.filter((s) => s.tool === 'gots').flatMap((s) => [s.sampledBytes ?? 0, s.reportedBytes ?? 0]);
  const rows = [
    times('cold', 1.03),
    times('first', 1.05, 'plain go on the same packages'),
    plus('unchanged', 100),
    plus('unchanged-env', 50),
    plus('undone', 100),
    times('main', 1.08, 'plain'),
    times('model', 1.08, 'plain'),
    times('aspect-main', 1.1, 'a hand edit'),
    times('aspect-http', 1.1, 'a hand edit'),
    plus('test', 100),
    ...['explain', 'lint', 'diff'].map((phase) => atMost(phase, 300)),
    ...phases.map(({ name, title }) => limit(title, '≤ Orchestrion', mid(name, 'gots'), mid(name, 'orchestrion'))),
    limit('memory of the cache program', '≤ 120 MB', Math.max(...peaks), 120e6, megabytes),
  ];
  const known = rows.filter((row) => row !== undefined);
  return known.length === 0 ? 'Nothing to compare in this run.' : table(['', 'limit', 'that is', 'gots', ''], known);
}

const titleOf = (phase) => phases.find(({ name }) => name === phase)?.title ?? phase;

/** @returns undefined without the measurements that it compares */
function limit(what, rule, value, bound, write = seconds) {
  if (!(value > 0) || !Number.isFinite(bound)) return undefined;
  return [what, rule, write(bound), write(value), value <= bound ? 'met' : '**not met**'];
}
