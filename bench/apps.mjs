// The applications that the benchmark builds.

/**
 * @typedef {object} App
 * @property {string} title its heading in the results
 * @property {string} folder below bench/
 * @property {string | undefined} added aspect file below bench/ that comes into each copy's folder
 * @property {string} aspects aspect file in the copy that the phases edit
 * @property {readonly string[]} hooks the names that the self test reports, in its order
 * @property {readonly string[]} woven import paths of the packages that the aspects change
 * @property {readonly string[]} injected packages of modules that the application does not require
 * @property {Readonly<Record<string, string>>} injectedModules their modules, and where those lie in the folder
 * @property {string} explained file and line that `gots explain` is asked about
 */

/** @type {Readonly<Record<string, App>>} */
export const apps = {
  own: {
    title: 'Hooks of the application itself',
    folder: 'app',
    added: 'orchestrion.yml',
    aspects: 'orchestrion.yml',
    hooks: ['database/sql', 'go-redis', 'grpc', 'main', 'model', 'net/http'],
    woven: ['.', './internal/model', './internal/rpc', 'net/http', 'database/sql', 'github.com/redis/go-redis/v9'],
    injected: [],
    injectedModules: {},
    explained: 'main.go:24',
  },
  injected: {
    title: 'Hooks of modules that the application does not require',
    folder: 'app-injected',
    added: undefined,
    aspects: 'tracing/orchestrion.yml',
    hooks: ['go-redis', 'main', 'net/http', 'otelgrpc-client', 'otelgrpc-server', 'otelsql'],
    woven: ['.', './internal/parts', 'net/http', 'github.com/redis/go-redis/v9'],
    injected: ['example.com/tracing/hits', 'example.com/tracing/sqltrace', 'example.com/tracing/grpctrace'],
    injectedModules: { 'example.com/tracing': './tracing' },
    explained: 'main.go:24',
  },
};
