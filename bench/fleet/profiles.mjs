import { hashOf } from './random.mjs';

/**
 * What one of the measured services is built from, packages in an order in which each comes behind those that it imports.
 *
 * @typedef {object} Profile
 * @property {string} name
 * @property {{ path: string, id: number, kind: 'std' | 'own' | 'other' }[]} modules `id` stands for path and version
 * @property {{ module: number, path: number, source: number, imports: number[] }[]} packages `path` is the import path's number in the whole list, `source` in bytes
 */

/**
 * Reads measured.json.
 *
 * @param {{ modules: [string, [number, number, number[]][]][], services: [string, [number, number[]?][]][] }} measured
 * @returns {Profile[]}
 */
export function profilesOf({ modules, services }) {
  return services.map(([name, uses]) => {
    const own = `${name.slice(0, name.lastIndexOf('@'))}@own`;
    const used = uses.map(([index, only]) => {
      const [module, packages] = modules[index];
      const chosen = only && new Set(only);
      return { module, packages: packages.filter(([path]) => !chosen || chosen.has(path)) };
    });
    const all = new Map(used.flatMap(({ packages }, at) => packages.map((each) => [each[0], { at, each }])));
    const order = new Map();
    const visit = (path) => {
      if (order.has(path) || !all.has(path)) return;
      order.set(path, -1);
      for (const imported of all.get(path).each[2]) visit(imported);
      order.delete(path);
      order.set(path, order.size);
    };
    for (const path of all.keys()) visit(path);
    const place = new Map([...order.keys()].map((path, at) => [path, at]));
    return {
      name,
      modules: used.map(({ module }) => ({
        path: module.slice(0, module.lastIndexOf('@')) || module,
        id: hashOf(module),
        kind: module === 'std' ? 'std' : module === own ? 'own' : 'other',
      })),
      packages: [...order.keys()].map((path) => {
        const { at, each } = all.get(path);
        const imports = each[2].map((imported) => place.get(imported)).filter((number) => number !== undefined);
        return { module: at, path, source: each[1], imports };
      }),
    };
  });
}

/** How many packages two profiles have in common, by path with module version, as a share of the smaller one's. */
export function overlap(a, b) {
  const names = (profile) => new Set(profile.packages.map((each) => `${each.path} ${profile.modules[each.module].id}`));
  const [one, other] = [names(a), names(b)];
  let common = 0;
  for (const name of one) if (other.has(name)) common++;
  return common / Math.min(one.size, other.size);
}

/** Bytes of each package's object as it is stored. */
export function sizesOf({ packages, modules }, { object }) {
  return Float64Array.from(packages, ({ source, module }) =>
    Math.ceil(source * (modules[module].kind === 'std' ? object.std : object.other) * object.compressed),
  );
}
