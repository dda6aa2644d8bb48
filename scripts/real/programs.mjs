/**
 * Public programs at pinned versions, each of which needs no newer Go than 1.26. The first five once did not resolve or start woven.
 *
 * `main` is the package to build, below the module; `start` the arguments with which it ends by itself. The sources are
 * built in a copy of the module's own folder, as its owner does, unless `dependency` says that its go.mod replaces modules by
 * folders that the proxy does not have: then from a module that requires it. `without` names files of the copy that speak of
 * such folders.
 */
export const programs = [
  { name: 'kine', module: 'github.com/k3s-io/kine@v0.17.5', main: '.', start: ['--version'] },
  { name: 'gitea', module: 'code.gitea.io/gitea@v1.26.4', main: '.', start: ['--version'] },
  { name: 'k6', module: 'go.k6.io/k6@v1.8.1', main: '.', start: ['version'] },
  {
    name: 'seaweedfs',
    module: 'github.com/seaweedfs/seaweedfs@v0.0.0-20261109003541-7506e5f91cd6',
    main: './weed',
    start: ['version'],
  },
  { name: 'jaeger', module: 'github.com/jaegertracing/jaeger@v1.76.0', main: './cmd/all-in-one', start: ['version'] },
  { name: 'caddy', module: 'github.com/caddyserver/caddy/v2@v2.11.9', main: './cmd/caddy', start: ['version'] },
  {
    name: 'prometheus',
    module: 'github.com/prometheus/prometheus@v0.316.0',
    main: './cmd/prometheus',
    start: ['--version'],
    without: ['go.work', 'go.work.sum'],
  },
  {
    name: 'etcd',
    module: 'go.etcd.io/etcd/server/v3@v3.7.3',
    main: '.',
    start: ['--version'],
    dependency: true,
  },
  { name: 'nats-server', module: 'github.com/nats-io/nats-server/v2@v2.15.3', main: '.', start: ['--version'] },
  {
    name: 'pocketbase',
    module: 'github.com/pocketbase/pocketbase@v0.36.8',
    main: './examples/base',
    start: ['--version'],
  },
  { name: 'coredns', module: 'github.com/coredns/coredns@v1.15.0', main: '.', start: ['-version'] },
  {
    name: 'minio',
    module: 'github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c',
    main: '.',
    start: ['--version'],
  },
  { name: 'temporal', module: 'go.temporal.io/server@v1.29.1', main: './cmd/server', start: ['--version'] },
  { name: 'telegraf', module: 'github.com/influxdata/telegraf@v1.37.2', main: './cmd/telegraf', start: ['version'] },
  {
    name: 'syncthing',
    module: 'github.com/syncthing/syncthing@v1.30.0',
    main: './cmd/syncthing',
    start: ['--version'],
  },
  { name: 'gh', module: 'github.com/cli/cli/v2@v2.62.0', main: './cmd/gh', start: ['version'] },
  { name: 'rclone', module: 'github.com/rclone/rclone@v1.76.0', main: '.', start: ['version'] },
  { name: 'helm', module: 'helm.sh/helm/v3@v3.22.0', main: './cmd/helm', start: ['version'] },
  { name: 'node_exporter', module: 'github.com/prometheus/node_exporter@v1.12.1', main: '.', start: ['--version'] },
  { name: 'hugo', module: 'github.com/gohugoio/hugo@v0.162.1', main: '.', start: ['version'] },
  {
    name: 'victoria-metrics',
    module: 'github.com/VictoriaMetrics/VictoriaMetrics@v1.148.9',
    main: './app/victoria-metrics',
    start: ['-version'],
  },
  {
    name: 'containerd',
    module: 'github.com/containerd/containerd/v2@v2.4.2',
    main: './cmd/containerd',
    start: ['--version'],
  },
  { name: 'compose', module: 'github.com/docker/compose/v2@v2.40.3', main: './cmd', start: ['version'] },
  { name: 'opa', module: 'github.com/open-policy-agent/opa@v1.22.4', main: '.', start: ['version'] },
  { name: 'geth', module: 'github.com/ethereum/go-ethereum@v1.17.10', main: './cmd/geth', start: ['version'] },
  { name: 'miniflux', module: 'miniflux.app/v2@v2.3.5', main: '.', start: ['-version'] },
  {
    name: 'registry',
    module: 'github.com/distribution/distribution/v3@v3.1.2',
    main: './cmd/registry',
    start: ['--version'],
  },
  { name: 'openfga', module: 'github.com/openfga/openfga@v1.22.1', main: './cmd/openfga', start: ['version'] },
  { name: 'spicedb', module: 'github.com/authzed/spicedb@v1.56.2', main: './cmd/spicedb', start: ['version'] },
  { name: 'thanos', module: 'github.com/thanos-io/thanos@v0.42.0', main: './cmd/thanos', start: ['--version'] },
  { name: 'buildkit', module: 'github.com/moby/buildkit@v0.34.2', main: './cmd/buildkitd', start: ['--version'] },
  { name: 'k9s', module: 'github.com/derailed/k9s@v0.50.16', main: '.', start: ['version'] },
  { name: 'oauth2-proxy', module: 'github.com/oauth2-proxy/oauth2-proxy/v7@v7.15.6', main: '.', start: ['--version'] },
];
