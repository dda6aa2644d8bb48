import { loadRe2 } from './re2.cjs';

/** A regular expression of Go's package regexp. */
export interface GoRegexp {
  /** Whether it matches anywhere in the text, as Regexp.MatchString does. */
  readonly test: (text: string) => boolean;
}

const known = new Map<string, GoRegexp>();

/**
 * Compiles a pattern as regexp.Compile does: RE2's syntax, which JavaScript's own expressions share neither in what they
 * accept nor in what it means. Two groups of one name, which Go allows, are an error here.
 *
 * @throws SyntaxError with Go's own words, `error parsing regexp: missing closing ): ...`
 */
export function compileGoRegexp(pattern: string): GoRegexp {
  let made = known.get(pattern);
  if (made === undefined) {
    made = compile(pattern);
    known.set(pattern, made);
  }
  return made;
}

function compile(pattern: string): GoRegexp {
  const { RE2JS, RE2JSSyntaxException } = loadRe2();
  try {
    const compiled = RE2JS.compile(pattern);
    return { test: (text) => compiled.matcher(text).find() };
  } catch (cause) {
    if (!(cause instanceof RE2JSSyntaxException)) throw cause;
    throw new SyntaxError(goWording(cause.message), { cause });
  }
}

/** Go ends this one message with a colon and an empty quotation. */
function goWording(message: string): string {
  return message.endsWith('trailing backslash at end of expression') ? `${message}: \`\`` : message;
}
