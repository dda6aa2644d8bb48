import { GotsError, type Span } from '../report/diagnostic.ts';

/** What one join point answered, and those it is made of. */
export interface Explanation {
  /** As in {@link import('./point-text.ts').pointText}. */
  readonly point: string;
  readonly span: Span;
  /** `open`: what was asked cannot tell (a package does not decide about its nodes, types are not at hand). */
  readonly answer: 'yes' | 'no' | 'open';
  /** Why, where there is more to say than the answer. */
  readonly reason?: string | undefined;
  readonly members: readonly Explanation[];
}

/** The first point that decides a "no": the innermost one on the way. */
export function decisive(explanation: Explanation): Explanation {
  if (explanation.point === 'not' || explanation.answer !== 'no') return explanation;
  const member = explanation.members.find(({ answer }) => answer === 'no');
  return member === undefined ? explanation : decisive(member);
}

/** What a matcher answers; it may need types that are not at hand. */
export function answerOf(holds: () => boolean): Pick<Explanation, 'answer' | 'reason'> {
  try {
    return { answer: holds() ? 'yes' : 'no' };
  } catch (error) {
    if (!(error instanceof GotsError)) throw error;
    return { answer: 'open', reason: error.message };
  }
}
