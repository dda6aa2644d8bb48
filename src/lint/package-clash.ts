import type { JoinPoint } from '../aspects/ir.ts';
import { samePath } from '../lang/names/names.ts';
import { doublestar } from '../lang/patterns/doublestar.ts';
import { packageFilterMatches } from '../lang/patterns/path-match.ts';
import { weavingOf } from '../weave/1-select/special-cases.ts';
import type { Literal, Never } from './conjunctions.ts';

/** The one package that a point can match in, if there is only one. */
export function homeOf(point: JoinPoint): string | undefined {
  switch (point.kind) {
    case 'import-path':
    case 'declaration-of':
      return point.path;
    case 'struct-definition':
      return point.anyPackage === true ? undefined : point.type.path;
    case 'function':
      return point.options.map((option) => (option.kind === 'receiver' ? option.type.path : undefined)).find(Boolean);
    default:
      return undefined;
  }
}

/** Points that no one package satisfies together. */
export function clashOfPackages(literals: readonly Literal[], internal: boolean): Never | undefined {
  const homes = literals.flatMap(({ point, negated }) => {
    const path = negated ? undefined : homeOf(point);
    return path === undefined ? [] : [{ point, path }];
  });
  const [first, ...others] = homes;
  const other = others.find(({ path }) => !samePath(path, first?.path));
  if (first !== undefined && other !== undefined) {
    return { point: other.point, reason: `no package is both "${first.path}" and "${other.path}"` };
  }
  return (first && (unwoven(first, internal) ?? excluded(first.path, literals))) ?? clashOfFacts(literals);
}

function unwoven({ point, path }: { point: JoinPoint; path: string }, internal: boolean): Never | undefined {
  if (path === 'cmd' || path.startsWith('cmd/'))
    return { point, reason: `"${path}" is part of the go command's own tools, which are never woven` };
  const weaving = weavingOf(path);
  if (weaving === 'never') return { point, reason: `"${path}" is never woven` };
  if (weaving === 'internal' && !internal)
    return { point, reason: `"${path}" is only woven by aspects with "tracer-internal: true"` };
  return undefined;
}

/** What the other points say of the only package in question. */
function excluded(home: string, literals: readonly Literal[]): Never | undefined {
  for (const { point, negated } of literals) {
    if (point.kind === 'import-path' && negated && samePath(point.path, home)) {
      return { point, reason: `it matches in "${home}" only, which is excluded` };
    }
    if (point.kind === 'import-glob' && doublestar(point.pattern).test(home) === negated) {
      return {
        point,
        reason: `it matches in "${home}" only, which "${point.pattern}" ${negated ? 'excludes' : 'does not contain'}`,
      };
    }
    // What the root module is, only a build knows.
    if (point.kind === 'package-filter' && !point.root) {
      const inside = packageFilterMatches(point, { importPath: home, imports: new Set(), testMain: false });
      if (inside === negated) {
        return {
          point,
          reason: `it matches in "${home}" only, which "${point.pattern}" ${negated ? 'excludes' : 'does not contain'}`,
        };
      }
    }
    // Inside a package its own functions have no path.
    if (point.kind === 'function-call' && !negated && samePath(point.path, home)) {
      return { point, reason: `calls of "${home}" are matched in other packages only, not in itself` };
    }
  }
  return undefined;
}

/** Two package names, or something that a package either is or is not. */
function clashOfFacts(literals: readonly Literal[]): Never | undefined {
  let name: string | undefined;
  const wanted = new Map<string, boolean>();
  for (const { point, negated } of literals) {
    if (point.kind === 'package-name' && !negated) {
      if (name !== undefined && name !== point.name) {
        return { point, reason: `no package is named both "${name}" and "${point.name}"` };
      }
      name = point.name;
    } else if (point.kind === 'test-main' || point.kind === 'command' || point.kind === 'test-build') {
      const value = point.value !== negated;
      if (wanted.get(point.kind) === !value) return { point, reason: `"${point.kind}" is not both true and false` };
      wanted.set(point.kind, value);
    }
  }
  return undefined;
}
