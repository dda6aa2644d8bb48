import { entries, layers, pure, spawns } from './layers.mjs';

const impureModules = ['fs', 'fs/promises', 'os', 'net', 'http', 'https', 'worker_threads', 'timers'];
const impureGlobals = ['process', 'Date', 'performance', 'fetch', 'setTimeout', 'setInterval'];

/** The rules of Biome that keep the layers apart, as the text of `rules.json`. */
export function biomeRules() {
  const names = Object.keys(layers);
  return {
    root: false,
    $schema: '../../node_modules/@biomejs/biome/configuration_schema.json',
    plugins: ['./closed-kinds.grit'],
    // Not below overrides: there Biome leaves it out, without a word.
    linter: {
      rules: {
        preset: 'none',
        suspicious: {
          noImportCycles: { level: 'error', options: { ignoreTypes: false } },
        },
      },
    },
    overrides: [
      {
        includes: ['src/**'],
        linter: {
          rules: {
            style: {
              noProcessEnv: 'error',
            },
          },
        },
      },
      {
        includes: entries,
        linter: { rules: { style: { noProcessEnv: 'off' } } },
      },
      ...names.map((name, at) => ({
        includes: [`src/${name}/**`],
        linter: {
          rules: {
            style: {
              noRestrictedImports: {
                level: 'error',
                options: restrictedImports(name, names.slice(at + 1)),
              },
              ...(pure.includes(name)
                ? {
                    noRestrictedGlobals: {
                      level: 'error',
                      options: restrictedGlobals(name),
                    },
                  }
                : {}),
            },
          },
        },
      })),
    ],
  };
}

function restrictedImports(name, higher) {
  const paths = [
    ...(name === spawns ? [] : [['node:child_process', `src/${spawns} starts processes.`]]),
    ...(pure.includes(name) ? impureModules.map((module) => [`node:${module}`, `src/${name} is pure.`]) : []),
  ];
  return {
    paths: Object.fromEntries(paths.map(([module, message]) => [module, { message }])),
    patterns: higher.length === 0 ? [] : [climbing(name, higher)],
  };
}

function climbing(name, higher) {
  return {
    group: higher.flatMap((folder) => [`../${folder}/**`, `../**/${folder}/**`]),
    message: `src/${name} is below this folder: see scripts/structure/layers.mjs.`,
  };
}

function restrictedGlobals(name) {
  return {
    deniedGlobals: Object.fromEntries(impureGlobals.map((found) => [found, `src/${name} is pure.`])),
  };
}
