import { type ComponentChild, h } from 'preact';
import type { PageModel } from '../model.ts';
import { bytes, milliseconds, percent, timeChange } from '../words.ts';

/** Modules that weaving adds to the build list, or raises in it. */
export function ModuleSection({ modules }: PageModel): ComponentChild {
  return h(
    'section',
    { id: 'modules' },
    h('div', { class: 'head' }, h('h2', null, 'Modules')),
    modules.length === 0
      ? h('p', { class: 'none' }, 'Weaving added no module to the build list and raised none.')
      : h(
          'table',
          null,
          h('thead', null, h('tr', null, cells('th', ['Module', 'Version', 'Your build list']))),
          h(
            'tbody',
            null,
            modules.map(({ path, version, raisedFrom }) =>
              h(
                'tr',
                null,
                h('td', { class: 'mono' }, path),
                h('td', { class: 'mono' }, version),
                h(
                  'td',
                  null,
                  raisedFrom === undefined ? h('span', { class: 'tag' }, 'new') : `raised from ${raisedFrom}`,
                ),
              ),
            ),
          ),
        ),
  );
}

/** Known libraries of the program that no aspect names; nothing where there are none. */
export function UncoveredSection({ uncovered }: PageModel): ComponentChild {
  if (uncovered.length === 0) return null;
  return h(
    'section',
    { id: 'uncovered' },
    h('div', { class: 'head' }, h('h2', null, 'No aspect for')),
    h(
      'p',
      { class: 'none' },
      'gots knows these libraries, and no aspect names them: calls of them leave no spans of their own.',
    ),
    h(
      'table',
      null,
      h('thead', null, h('tr', null, cells('th', ['Module', 'Version']))),
      h(
        'tbody',
        null,
        uncovered.map(({ path, version }) =>
          h('tr', null, h('td', { class: 'mono' }, path), h('td', { class: 'mono' }, version)),
        ),
      ),
    ),
  );
}

/** Builds and binaries, woven and plain, the slowest packages, and what the builds were made from. */
export function TimeSection({ builds, packages }: PageModel): ComponentChild {
  const compiled = packages
    .flatMap(({ importPath, compileMs }) => (compileMs === undefined ? [] : [{ importPath, compileMs }]))
    .sort((a, b) => b.compileMs - a.compileMs)
    .slice(0, 12);
  const longest = compiled[0]?.compileMs ?? 1;
  return h(
    'section',
    { id: 'times' },
    h('div', { class: 'head' }, h('h2', null, 'Times and sizes')),
    h(
      'table',
      null,
      h('thead', null, h('tr', null, cells('th', ['', 'Woven', 'Plain', 'Change']))),
      h(
        'tbody',
        null,
        builds.map(({ target, timings, binaries }) => [
          row(['Build', target], milliseconds, [timings.buildMs, timings.plainBuildMs, timeChange(timings)]),
          binaries.map(({ name, bytes: size, plainBytes }) =>
            row([name, target], bytes, [size, plainBytes, percent(size, plainBytes)]),
          ),
        ]),
      ),
    ),
    compiled.length === 0
      ? h('p', { class: 'none' }, 'Every woven package came from the cache.')
      : h(
          'ol',
          { class: 'bars', 'aria-label': 'slowest packages' },
          compiled.map(({ importPath, compileMs }) =>
            h(
              'li',
              { style: `--part:${(compileMs / longest).toFixed(3)}` },
              h('span', null, importPath),
              h('b', null, milliseconds(compileMs)),
            ),
          ),
        ),
    h('h3', null, 'Aspect files'),
    h(
      'ul',
      { class: 'hashes' },
      [...new Map(builds.flatMap(({ aspectFiles }) => aspectFiles).map((file) => [file.name, file])).values()].map(
        ({ name, sha256 }) => h('li', null, h('span', null, name), h('code', null, sha256.slice(0, 16))),
      ),
    ),
  );
}

function row(
  [name, target]: readonly [string, string],
  show: (value: number) => string,
  [woven, plain, change]: readonly [number, number | undefined, string],
): ComponentChild {
  return h(
    'tr',
    null,
    h('td', null, name, target === '' ? null : h('span', { class: 'tag' }, target)),
    cells('td', [show(woven), plain === undefined ? '–' : show(plain), change]),
  );
}

function cells(tag: 'td' | 'th', texts: readonly string[]): ComponentChild[] {
  return texts.map((text) => h(tag, null, text));
}
