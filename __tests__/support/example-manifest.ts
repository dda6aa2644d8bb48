import type { Manifest, PackageManifest, WovenJoinPoint } from '../../src/manifest/manifest.ts';

/** A join point of the aspect `trace`, `file.go:line:2`. */
export function joinPoint(line: number, more: Partial<WovenJoinPoint> = {}): WovenJoinPoint {
  const place = { file: 'file.go', line, column: 2 };
  return { aspect: 'trace', aspectFile: 'gots.yml', aspectLine: 3, what: 'function FuncDecl', ...place, ...more };
}

/** A package with one woven file whose diff inserts a line behind each join point. */
export function wovenPackage(
  importPath: string,
  lines: readonly number[],
  more: Partial<PackageManifest> = {},
): PackageManifest {
  const file = `${importPath}/file.go`;
  const hunks = lines.map(
    (line) => `@@ -${line},2 +${line},3 @@\n func f${line}() {\n+\tdefer trace("f${line}")()\n \treturn "<b>&amp;</b>"`,
  );
  const diff = [`--- a/${file}`, `+++ b/${file}`, ...hunks].join('\n');
  return {
    importPath,
    fromCache: false,
    compileMs: 120,
    joinPoints: lines.map((line) => joinPoint(line)),
    files: [{ name: 'file.go', path: 'sub/file.go', added: false, diff }],
    ...more,
  };
}

export function exampleManifest(packages: readonly PackageManifest[], more: Partial<Manifest> = {}): Manifest {
  return {
    schema: 1,
    target: 'linux/amd64',
    gotsVersion: '0.1.0',
    goVersion: 'go1.26.8',
    rootModule: 'example.com/shop',
    aspectFiles: [{ name: 'gots.yml', sha256: 'ab'.repeat(32) }],
    aspects: [
      { id: 'trace', file: 'gots.yml', line: 3 },
      { id: 'idle', file: 'gots.yml', line: 9 },
    ],
    packages,
    modules: [
      { path: 'go.opentelemetry.io/otel', version: 'v1.41.0' },
      { path: 'golang.org/x/sys', version: 'v0.41.0', raisedFrom: 'v0.36.0' },
    ],
    binaries: [{ name: 'shop', bytes: 12_000_000, plainBytes: 10_000_000 }],
    timings: { buildMs: 12_300, compiled: 9, plainBuildMs: 10_000, plainCompiled: 9 },
    ...more,
  };
}
