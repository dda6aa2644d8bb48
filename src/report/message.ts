import { type Diagnostic, type Family, GotsError } from './diagnostic.ts';

/** The text of an error, with `%name%` where a value is filled in; made from `report/messages/*.md`. */
interface MessageText {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly family?: Family;
}

/** The names between percent signs in a text. */
type NamesIn<T> = T extends `${string}%${infer Name}%${infer Rest}` ? Name | NamesIn<Rest> : never;

/** A value for each name in the message and the hint. */
type ValuesOf<T extends MessageText> = Readonly<
  Record<NamesIn<T['message']> | (T extends { readonly hint: infer Hint } ? NamesIn<Hint> : never), string | number>
>;

/** Where an error occurred, what caused it, and lines to show below it. */
type About = Pick<Diagnostic, 'span' | 'detail' | 'cause'>;

/** Fills in a text. */
export function diagnostic<T extends MessageText>(text: T, values: ValuesOf<T>, about: About = {}): Diagnostic {
  const { code, message, hint, family } = text;
  const fill = (part: string) => part.replace(/%([a-zA-Z]+)%/g, (_, name) => String(values[name as keyof ValuesOf<T>]));
  return {
    code,
    message: fill(message),
    ...(hint === undefined ? {} : { hint: fill(hint) }),
    ...about,
    ...(family === undefined ? {} : { family }),
  };
}

/** The error that {@link diagnostic} describes, to throw. */
export function failure<T extends MessageText>(text: T, values: ValuesOf<T>, about: About = {}): GotsError {
  return new GotsError(diagnostic(text, values, about));
}
