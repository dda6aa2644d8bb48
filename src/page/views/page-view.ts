import { type ComponentChild, h } from 'preact';
import { plural } from '../../base/amounts.ts';
import type { PageModel, PagePackage } from '../model.ts';
import { milliseconds, plainTime, sizeChange } from '../words.ts';
import { ModuleSection, TimeSection, UncoveredSection } from './sections.ts';

/** The whole page but for what is inside of packages, which the script makes when one is opened. */
export function Page({ model }: { readonly model: PageModel }): ComponentChild {
  return [
    Header(model),
    h(
      'main',
      null,
      h('aside', null, AspectList(model)),
      h(
        'div',
        { class: 'content' },
        [PackageSection, ModuleSection, UncoveredSection, TimeSection].map((section) => section(model)),
      ),
    ),
  ];
}

function Header(model: PageModel): ComponentChild {
  const [first] = model.builds;
  const targets = model.builds.map(({ target }) => target).filter((target) => target !== '');
  return h(
    'header',
    { class: 'top' },
    h(
      'div',
      { class: 'bar' },
      h('span', { class: 'mark' }, h('i', { 'aria-hidden': 'true' }), 'gots'),
      h(
        'nav',
        { 'aria-label': 'sections' },
        h('a', { href: '#packages' }, 'Packages'),
        h('a', { href: '#modules' }, 'Modules'),
        model.uncovered.length === 0 ? null : h('a', { href: '#uncovered' }, 'No aspect'),
        h('a', { href: '#times' }, 'Times'),
      ),
      h('button', { id: 'scheme', type: 'button', title: 'colours: as the system, light, dark' }, '◐'),
    ),
    h('h1', null, model.title),
    h(
      'p',
      { class: 'facts' },
      targets.map((target) => h('span', { class: 'tag' }, target)),
      h('span', null, first?.goVersion ?? ''),
      h('span', null, `gots ${first?.gotsVersion ?? ''}`),
    ),
    h('dl', { class: 'tiles' }, tilesOf(model)),
  );
}

function tilesOf(model: PageModel): ComponentChild {
  const used = model.aspects.filter(({ joinPoints }) => joinPoints > 0).length;
  const raised = model.modules.filter(({ raisedFrom }) => raisedFrom !== undefined).length;
  const times = model.builds.map(({ timings }) => timings);
  const buildMs = times.reduce((sum, time) => sum + time.buildMs, 0);
  const binaries = model.builds.flatMap((build) => build.binaries);
  const tiles: (readonly [string, string, string])[] = [
    ['Join points', String(model.joinPoints), `in ${plural(model.packages.length, 'package')}`],
    ['Aspects', String(used), `of ${model.aspects.length} went in`],
    ['Modules', String(model.modules.length), raised > 0 ? `${raised} raised` : 'brought in'],
    ['Build', milliseconds(buildMs), plainTime(times)],
  ];
  const [binary] = binaries;
  if (binary) tiles.push(['Binary', ...sizeChange(binary)]);
  return tiles.map(([name, value, note]) =>
    h('div', null, h('dt', null, name), h('dd', null, value, h('small', null, note))),
  );
}

function AspectList({ aspects }: PageModel): ComponentChild {
  return [
    h('h2', null, 'Aspects'),
    h(
      'ul',
      { class: 'aspects' },
      aspects.map(({ name, place, packages, joinPoints }) =>
        h(
          'li',
          null,
          h(
            'button',
            { type: 'button', 'data-aspect': name, 'aria-pressed': 'false', disabled: joinPoints === 0, title: place },
            h('span', null, name),
            h('b', null, joinPoints === 0 ? 'no match' : joinPoints),
            joinPoints === 0 ? null : h('small', null, plural(packages, 'package')),
          ),
        ),
      ),
    ),
  ];
}

function PackageSection({ packages, builds }: PageModel): ComponentChild {
  const severalTargets = builds.length > 1;
  return h(
    'section',
    { id: 'packages' },
    h(
      'div',
      { class: 'head' },
      h('h2', null, 'Packages'),
      h('input', {
        id: 'search',
        type: 'search',
        placeholder: 'Filter by package, file or aspect',
        'aria-label': 'filter packages',
        autocomplete: 'off',
      }),
      h('output', { id: 'shown', for: 'search' }, plural(packages.length, 'package')),
    ),
    packages.length === 0 ? h('p', { class: 'none' }, 'Nothing was woven: no aspect matched.') : null,
    packages.map((each, at) => PackageRow(each, at, severalTargets ? builds.length : 0)),
  );
}

/** @param targets how many there are; a package of all of them says nothing of them */
function PackageRow(each: PagePackage, at: number, targets: number): ComponentChild {
  const { importPath, joinPoints, aspects, compileMs } = each;
  const cut = importPath.lastIndexOf('/') + 1;
  return h(
    'details',
    { class: 'package', id: importPath, 'data-at': at },
    h(
      'summary',
      null,
      h('span', { class: 'path' }, h('span', null, importPath.slice(0, cut)), h('b', null, importPath.slice(cut))),
      h(
        'span',
        { class: 'chips' },
        aspects.map(({ name, count }) => h('span', null, name, count > 1 ? h('b', null, `×${count}`) : null)),
        each.targets.length < targets ? each.targets.map((target) => h('i', null, target)) : null,
      ),
      h('span', { class: 'count' }, joinPoints.length),
      h('span', { class: 'ms' }, compileMs === undefined ? 'cache' : milliseconds(compileMs)),
    ),
  );
}
