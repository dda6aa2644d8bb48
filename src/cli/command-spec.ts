/** An option as the table declares it. `-name` and `--name` are the same, as for go. */
export interface OptionSpec {
  /** How usage texts show its value; undefined: it takes none. */
  readonly value?: string;
  /** It may be given several times. */
  readonly many?: true;
  /** A second name, of one letter. */
  readonly alias?: string;
  /** It stands for another option with a value. */
  readonly sets?: readonly [option: string, value: string];
  /** A missing value is an empty one, which the command refuses in its own words. */
  readonly isLoose?: true;
  /** It may stand without a value; one is given behind `=` only. */
  readonly isOptional?: true;
  /** What an error says where the value is missing. */
  readonly missing?: string;
  readonly about: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A command as the table declares it. */
export interface CommandSpec {
  /** How usage texts show what is no option; '' if there is nothing. */
  readonly operands: string;
  readonly options: OptionSpecs;
  /** One line for the list of all commands. */
  readonly summary: string;
  /** Sentences for the help of this command. */
  readonly about: string;
  /** It takes the flags of a build, those of command-table.ts. */
  readonly isBuild?: true;
  /** The list of all commands shows it with --aspects. */
  readonly isAspects?: true;
  /** Errors about its options do not name it. */
  readonly isNameless?: true;
  /** The list of all commands leaves it out. */
  readonly isHidden?: true;
  /** What its first word may be, each with options of its own. */
  readonly actions?: Readonly<Record<string, { readonly options: OptionSpecs; readonly about: string }>>;
}
