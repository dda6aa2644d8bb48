import { anyOf, choice, flag, list, map, ref, text } from './shape.ts';

export const aspectShape = map({
  id: { shape: text('any name'), doc: 'Names the aspect in reports and for `disable`.' },
  'tracer-internal': { shape: flag, doc: 'Also woven into the packages of tracers, which are otherwise left alone.' },
  reach: {
    shape: choice('everything', 'user'),
    doc: '`user`: not in packages that only injected code brings in; `everything` by default.',
  },
  'join-point': { shape: ref('join-point'), doc: 'Where.', required: true },
  advice: {
    shape: anyOf(list(ref('advice')), ref('advice')),
    doc: 'What to do there: one advice or a list.',
    required: true,
  },
});

export const metaShape = map(
  {
    name: { shape: text('any name'), doc: 'Name of the set.' },
    description: { shape: text('any text'), doc: 'What the aspects are for.' },
    icon: { shape: text('a name'), doc: 'For documentation sites.' },
    caveats: { shape: text('any text'), doc: 'What users should know.' },
  },
  true,
);

export const fileShape = map({
  meta: { shape: metaShape, doc: 'About the file.' },
  extends: {
    shape: list(text('a path, `gots:NAME` or an import path'), true),
    doc: 'Files and folders (relative to this file), built-in sets as `gots:otel`, and Go packages, whose aspects come before the own ones.',
  },
  disable: {
    shape: list(text('a pattern'), true),
    doc: 'Patterns over the ids of aspects of this file and of those it extends: `*` is anything but `/`, `**` anything, `?` one character.',
  },
  aspects: { shape: list(ref('aspect'), true), doc: 'The aspects.' },
});
