import type { Word } from '../aspects/shape.ts';
import type { YamlEntry } from '../aspects/yaml-node.ts';
import type { MatchContext } from '../lang/names/match-context.ts';
import type { PackageFacts } from '../lang/names/package-facts.ts';
import type { TypeName } from '../lang/names/type-name.ts';
import type { GoNode } from '../lang/tree/unit.ts';
import type { Condition } from './conditions/condition.ts';
import type { Fixed } from './point-lint.ts';
import type { Reach } from './reach.ts';

/**
 * All that is known of one kind of option of the join point `function`. `src/vocabulary/options/<key>/` holds one kind;
 * `options.ts` lists them.
 *
 * `T` is its value in a plan: plain JSON with `kind`. `R` is what its words read to: `receiver: true` is another kind than
 * `receiver: T`.
 */
export interface OptionKind<T extends AnyOption, R extends AnyOption = T> {
  /** As in {@link import('./point-kind.ts').PointKind}: a kind may have one key, several or none. */
  readonly words: Readonly<Record<string, OptionWord<R>>>;

  /** The types that the option names. */
  readonly types: (option: T) => readonly TypeName[];
  /** Those that are interfaces to compare types with: their declarations become part of the key. */
  readonly interfaces: (option: T) => readonly TypeName[];
  /** Those whose packages every package with such a function imports, or is. */
  readonly implied: (option: T) => readonly TypeName[];
  /** Texts without which a file holds no such function. */
  readonly texts: (option: T) => readonly string[];
  /** Texts that each such function is written with; see {@link import('./point-kind.ts').PointKind.near}. */
  readonly near: (option: T) => readonly string[];
  /** Whether a package can hold such a function. */
  readonly reach: (option: T, facts: PackageFacts) => Reach;
  /** Holds wherever a package can hold such a function: {@link reach} as a condition, which the front evaluates too. */
  readonly bound: (option: T) => Condition;
  /** Whether a function declaration or literal satisfies the option. */
  readonly holds: (option: T, fn: GoNode, ctx: MatchContext) => boolean;

  readonly explain: {
    /** Why no function of the package satisfies it; undefined where one may. */
    readonly package: (option: T, facts: PackageFacts) => string | undefined;
    /** Why the function does not satisfy it. */
    readonly node: (option: T, fn: GoNode, ctx: MatchContext) => string;
  };

  readonly lint: {
    /** Why no function at all satisfies it. */
    readonly impossible: (option: T) => string | undefined;
    /** What it fixes of a function. */
    readonly fixes: (option: T) => readonly Fixed[];
    /** The only package that can hold such a function. */
    readonly home: (option: T) => string | undefined;
  };
}

/** One key of YAML that reads to an option. */
export interface OptionWord<R> extends Word {
  /** @throws GotsError the `aspect_…` codes, each with the span of what is wrong */
  readonly read: (entry: YamlEntry) => R;
}

export interface AnyOption {
  readonly kind: string;
}
