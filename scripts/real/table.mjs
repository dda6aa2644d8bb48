/**
 * The results as a page of docs/. `results` are in the order of the programs, `facts` what they were made with; `facts.places`
 * are folders of this machine and what stands for each on the page.
 */
export function page(results, facts) {
  const text = pageOf(results, facts);
  return facts.places.reduce((all, [folder, name]) => all.replaceAll(folder, name), text);
}

function pageOf(results, facts) {
  const rows = results.map(({ program, stages }) => {
    const [path, version] = program.module.split('@');
    const name = `[${program.name}](https://pkg.go.dev/${path}@${version})`;
    const { resolve, build, start } = stages;
    return [
      name,
      shortVersion(version),
      cell(resolve, ({ modules }) => `${modules} modules`),
      cell(build, ({ packages, modules }) => `${packages} woven, ${modules} modules`),
      cell(start, ({ status }) => `exit code ${status}`),
      (build ?? resolve)?.raised?.length ?? '',
      build?.added?.length ?? '',
    ];
  });
  const notes = results.flatMap(({ program, stages }) =>
    Object.entries(stages).flatMap(([stage, result]) => note(program.name, stage, result)),
  );
  const lines = ['program', 'version', 'resolves', 'builds', 'starts', 'modules raised', 'modules added'];
  return `${head(facts, counts(results))}
${[lines, lines.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}
${notes.length > 0 ? `\n## Notices, and what is not alike\n\n${notes.join('\n')}\n` : ''}`;
}

const head = ({ go, date }, figures) => `# Real programs

Public programs from the module proxy, built by plain go and with the built-in set \`gots:otel\`, each in a copy of its module's own
folder. Made by \`npm run real\` with ${go} on ${date}. ${figures}

- **resolves**: \`go list -deps\` names the same version of every module that plain go links, but for those raised.
- **builds**: \`go build\` succeeds, and the build information of the woven program has every module of the plain one at the same
  version, but for those raised; the number of packages that aspects were woven into.
- **starts**: the program prints its version or help with the same exit code and the same standard output, with no collector.
- **modules raised**: those that the program links at a newer version than in plain go, because hooks need it. The build says so, for
  what, and how to avoid it; otherwise it counts as a difference.
- **modules added**: those that hooks bring into the program and that it did not link before.
`;

/** How many programs passed each stage, of those that reached it. */
export function counts(results) {
  return `${['resolve', 'build', 'start']
    .map((stage) => {
      const tried = results.map(({ stages }) => stages[stage]).filter((result) => result && !result.plain);
      return `${stage}: ${tried.filter(({ ok }) => ok).length} of ${tried.length} alike`;
    })
    .join('; ')}.`;
}

function cell(result, text) {
  if (!result) return 'not tried';
  if (result.ok) return text(result);
  return result.plain ? 'not by plain go either' : '**no**';
}

function note(name, stage, result) {
  if (!result || (result.ok && (result.notices ?? []).length === 0)) return [];
  const what = [result.message, ...(result.changed ?? []), ...(result.notices ?? [])].filter(Boolean).join('\n');
  const who = result.plain ? `plain go cannot ${stage}` : result.ok ? `${stage}, with a notice` : `${stage} differs`;
  return [`- ${name}, ${who}:\n\n${what.replace(/^/gm, '      ')}`];
}

function shortVersion(version) {
  return /^v0\.0\.0-(\d{8})/.exec(version)?.[1] ?? version;
}
