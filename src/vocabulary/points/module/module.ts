import { fields, filledTextOf, type ReadContext, required } from '../../../aspects/schema.ts';
import { keysOf, map, text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { isInRange, type VersionRange } from '../../../lang/versions/version-range.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { inModule } from '../../conditions/bounds.ts';
import { nameless, nothing, ofPackage, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { rangeOf } from '../../read-values.ts';

/** The version of the module that holds the package; with a path, of that module only. Packages without a version never match. */
export interface ModuleVersion {
  readonly kind: 'module-version';
  readonly path?: string | undefined;
  readonly range: VersionRange;
  readonly span: Span;
}

const keys = map({
  path: { shape: text('a module path'), doc: 'The module; any by default.' },
  version: {
    shape: text('a range of versions'),
    doc: 'Versions, as `v1.2.0` (or later), `v1.2.0,v1.4.0` or `[1.2.0,1.4.0)`.',
    required: true,
  },
});

export const moduleVersion: PointKind<ModuleVersion> = {
  ...ofPackage<ModuleVersion>(
    ({ path, range }, { module }) =>
      module !== undefined && (path ?? module.path) === module.path && isInRange(module.version, range),
    (_, { module }) =>
      module ? `the module is ${module.path}@${module.version || '(a folder)'}` : 'the package is in no module',
  ),
  words: {
    module: {
      shape: keys,
      doc: 'Everything in packages of a module at certain versions. Packages without a version (main module, folders) do not match.',
      example: '{ path: github.com/redis/go-redis/v9, version: "v9.0.0,v9.7.0" }',
      read,
    },
  },
  bounds: ({ path, range }, build) => inModule(path, build, (version) => isInRange(version, range)),
  asks: () => ['module-version'],
  interfaces: nothing,
  implied: nothing,
  lint: silent,
  names: nameless,
};

function read(entry: YamlEntry, ctx: ReadContext): ModuleVersion {
  const where = '"module"';
  const found = fields(ctx, entry.value, { where, known: keysOf(keys) });
  const version = required(found.version, 'version', entry.value, where);
  const path = found.path && filledTextOf(found.path, where);
  const range = rangeOf(version, filledTextOf(version, where));
  return { kind: 'module-version', ...(path === undefined ? {} : { path }), range, span: entry.span };
}
