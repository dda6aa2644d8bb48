/**
 * The phases of weaving, each with the functions that begin it, as they are called in the sources. A sample of a profile belongs to the
 * innermost function of these that is running.
 */
export const phases = [
  ['start', ['main', 'loadGrammar', 'loadAspects']],
  ['read', ['readPackage']],
  ['select', ['aspectsForPackage', 'aspectsForFile', 'rawFile']],
  ['decode', ['sourceFile', 'byteString']],
  ['parse', ['parse', 'parseSource']],
  ['convert', ['convert', 'withCursor', 'finish', 'repair']],
  ['masking', ['maskBytes', 'maskNewer', 'maskPredeclared']],
  ['imports, names', ['importTable', 'topLevelNames', 'usedNames', 'usesDotImport', 'usesIdleImport', 'isDeclaredLocally', 'freeNames', 'ownNames']],
  ['match', ['matchFile']],
  ['advise', ['applyAdvice', 'changePackage']],
  ['edits', ['fileEdits']],
  ['splice', ['splice']],
  ['order', ['keepOrder']],
  ['hash', ['hashWoven']],
  ['other', ['weavePackage']],
  ['gc', ['(garbage collector)']],
];

/** @param {import('node:inspector').Profiler.Profile} profile */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }) {
  const phaseOf = new Map(phases.flatMap(([phase, names]) => names.map((name) => [name, phase])));
  const known = new Map();
  const visit = (node, above) => {
    const phase = phaseOf.get(node.callFrame.functionName) ?? above;
    known.set(node.id, phase);
    for (const child of node.children ?? []) visit(byId.get(child), phase);
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  visit(nodes[0], undefined);
  const sums = {};
  let total = 0;
  samples.forEach((id, at) => {
    const phase = known.get(id);
    const { functionName } = byId.get(id).callFrame;
    if (phase === undefined && (functionName === '(idle)' || functionName === '(program)')) return;
    total += timeDeltas[at];
    const key = phase ?? 'start';
    sums[key] = (sums[key] ?? 0) + timeDeltas[at];
  });
  return Object.fromEntries(Object.entries(sums).map(([phase, sum]) => [phase, sum / total]));
}
