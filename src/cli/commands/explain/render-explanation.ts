import { decisive, type Explanation } from '../../../vocabulary/explanation.ts';
import type { AspectExplanation, LineExplanation } from '../../../weave/explain/explain-line.ts';

const marks: Readonly<Record<Explanation['answer'], string>> = { yes: '✓', no: '✗', open: '?' };

/** What an explanation looks like on a terminal; `verbose` shows the whole tree of aspects that the package rules out, too. */
export function renderExplanation(explanation: LineExplanation, verbose: boolean): string {
  const { never, nodes, aspects } = explanation;
  const lines: string[] = [];
  if (never !== undefined) lines.push(`nothing is woven here: ${never}`);
  lines.push(nodes.length === 0 ? 'no node of Go begins on this line' : `nodes that begin here: ${nodes.join(', ')}`);
  const [near, far] = [true, false].map((wanted) => aspects.filter(({ outcome }) => isNear(outcome) === wanted));
  for (const each of near ?? []) lines.push('', ...renderAspect(each, true));
  if ((far ?? []).length > 0) lines.push('');
  for (const each of far ?? []) lines.push(...renderAspect(each, verbose));
  return `${lines.join('\n')}\n`;
}

function isNear(outcome: AspectExplanation['outcome']): boolean {
  return outcome !== 'package' && outcome !== 'file' && outcome !== 'no-node';
}

function renderAspect({ aspect, outcome, node, explanation }: AspectExplanation, full: boolean): string[] {
  const { file, line } = aspect.span;
  const name = `${aspect.id || '(no id)'} (${file}:${line})`;
  const where = node === undefined ? '' : ` at the ${node.kind} in column ${node.column}`;
  if (outcome === 'ignored') return [`✗ ${name}: matches${where}, but a comment above it says to leave it alone`];
  if (outcome === 'matches') return [`✓ ${name}: matches${where}`, ...tree(explanation, 1)];
  const why =
    explanation.reason === undefined || explanation.members.length === 0 ? decisive(explanation) : explanation;
  const short = `${why === explanation && explanation.members.length > 0 ? '' : `${why.point}: `}${why.reason ?? 'says no'}`;
  const head = `${marks[explanation.answer]} ${name}: ${full ? `does not match${where}` : short}`;
  return full ? [head, ...tree(explanation, 1)] : [head];
}

function tree({ point, answer, reason, members }: Explanation, depth: number): string[] {
  const own = `${'  '.repeat(depth)}${marks[answer]} ${point}${reason ? ` — ${reason}` : ''}`;
  return [own, ...members.flatMap((member) => tree(member, depth + 1))];
}

/** The same for programs. */
export function explanationJson({ never, nodes, aspects }: LineExplanation): unknown {
  return {
    never,
    nodes,
    aspects: aspects.map(({ aspect, outcome, node, explanation }) => ({
      id: aspect.id,
      span: aspect.span,
      outcome,
      node,
      explanation,
    })),
  };
}
