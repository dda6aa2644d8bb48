import { readFlags } from '../../go/flags.ts';
import { hostPlatform, type Target } from './target.ts';

/** How go is started for a target. */
export interface BuildSettings {
  readonly env: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}

/**
 * Variables and flags of a target's builds. What is packed for a platform is static and the same on every machine
 * (CGO_ENABLED=0, -trimpath), unless the user's flags say otherwise; for Lambda the part of its library that only the retired
 * go1.x runtime needs is left out.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/golang-package.html (lambda.norpc)
 */
export function buildSettings(target: Target, userFlags: readonly string[]): BuildSettings {
  const platform = { GOOS: target.goos, GOARCH: target.goarch };
  const host = hostPlatform();
  const native = target.goos === host.goos && target.goarch === host.goarch;
  if (target.kind === 'executable') return { env: native ? {} : platform, flags: userFlags };
  const given = readFlags(['build', ...userFlags], []).values;
  const trim = given.has('trimpath') ? [] : ['-trimpath'];
  const tags = target.kind === 'lambda' ? [`-tags=${addTag(given.get('tags'), 'lambda.norpc')}`] : [];
  return { env: { ...platform, CGO_ENABLED: '0' }, flags: [...trim, ...userFlags, ...tags] };
}

/** -tags given twice counts once, the last time. */
function addTag(tags: string | undefined, tag: string): string {
  const words = (tags ?? '').split(/[\s,]+/).filter((word) => word !== '' && word !== tag);
  return [...words, tag].join(',');
}
