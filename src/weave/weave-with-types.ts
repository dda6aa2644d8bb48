import { inquiry, type TypeAnswer, type TypeOracle, type TypeQuestion } from '../lang/names/type-oracle.ts';
import type { Aspect } from '../vocabulary/aspect.ts';
import { weavePackage } from './weave-package.ts';
import type { WeaveRequest, WovenPackage } from './weave-request.ts';
import type { WeaveTools } from './weave-tools.ts';

/** Answers a batch of questions about the types of the package at hand, in order. */
export type AskTypes = (questions: readonly TypeQuestion[]) => Promise<readonly TypeAnswer[]>;

/**
 * As `weavePackage`, with types: weaves, asks what it had to guess, and weaves again with the answers, until nothing is
 * open. Most packages need no types and are weaved once; of those that do, most need one batch.
 *
 * @throws GotsError as `weavePackage`, and what `ask` throws
 */
export async function weaveWithTypes(
  request: WeaveRequest,
  aspects: readonly Aspect[],
  tools: Omit<WeaveTools, 'oracle'>,
  ask: AskTypes,
): Promise<WovenPackage> {
  return answered((oracle) => weavePackage(request, aspects, { ...tools, oracle }), ask);
}

/**
 * Computes something that asks for types: with guesses first, then with the answers to what was guessed, until nothing is open.
 *
 * @throws what `compute` throws with nothing open, and what `ask` throws
 */
export async function answered<T>(compute: (oracle: TypeOracle) => T, ask: AskTypes): Promise<T> {
  const known = new Map<string, TypeAnswer>();
  for (;;) {
    const { oracle, open } = inquiry(known);
    const attempt = tryTo(() => compute(oracle));
    if (open.size === 0) {
      if ('error' in attempt) throw attempt.error;
      return attempt.value;
    }
    // With questions open, neither result nor error counts: a wrong guess may have led there.
    const questions = [...open];
    const answers = await ask(questions.map(([, question]) => question));
    questions.forEach(([key], at) => {
      const answer = answers[at];
      if (answer === undefined) throw new Error(`${questions.length} questions, ${answers.length} answers`);
      known.set(key, answer);
    });
  }
}

function tryTo<T>(make: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: make() };
  } catch (error) {
    return { error };
  }
}
