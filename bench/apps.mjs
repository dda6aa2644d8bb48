// The applications that the benchmark builds.

/**
 * @typedef {object} App
 * @property {string} title its heading in the results
 * @property {string} folder below bench/; its `orchestrion.yml` may lie beside it as `aspects` says
 * @property {string} aspects aspect file, below bench/
 * @property {readonly string[]} hooks the names that the self test reports, in its order
 * @property {readonly string[]} edited hooks whose number in the aspect file the phases edit
 * @property {readonly string[]} woven import paths of the packages that the aspects change
 * @property {readonly string[]} injected packages of modules that the application does not require, as `path@version` where the aspects say so
 * @property {string} explained file and line that `gots explain` is asked about
 */

/** @type {Readonly<Record<string, App>>} */
export const apps = {
  own: {
    title: 'Hooks of the application itself',
    folder: 'app',
    aspects: 'orchestrion.yml',
    hooks: ['database/sql', 'go-redis', 'grpc', 'main', 'model', 'net/http'],
    edited: ['main', 'net/http'],
    woven: ['.', './internal/model', './internal/rpc', 'net/http', 'database/sql', 'github.com/redis/go-redis/v9'],
    injected: [],
    explained: 'main.go:24',
  },
};
