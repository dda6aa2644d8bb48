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

const remoteUrl = '^(s3|https?)://[^/?#]+|^off$';

export const remoteShape = map({
  url: { shape: text('a URL', remoteUrl), doc: 'Where it is.', required: true },
  mode: {
    shape: choice('read', 'read-write'),
    doc: '`read-write`: what is built is stored there, too; `read` by default. `GOTS_REMOTE_MODE` wins.',
  },
});

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
  spans: {
    shape: list(text('a pattern of functions'), true),
    doc: 'Functions whose calls are spans, as `example.com/shop/...Service.*`; see telemetry.md. A file without `extends` extends `gots:otel` then.',
  },
  remote: {
    shape: anyOf(text('a URL', remoteUrl), remoteShape),
    doc: 'The shared cache of builds of this module, `s3://bucket/prefix` or `https://host/path`; see remote-cache.md. Only that of a `gots.yml` in the main module counts.',
  },
  aspects: { shape: list(ref('aspect'), true), doc: 'The aspects.' },
});
