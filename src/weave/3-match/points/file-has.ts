import type { FilePart } from '../../../aspects/ir.ts';
import { specsOf } from '../../../lang/names/scope.ts';
import { isDirective } from '../../../lang/tree/comments.ts';
import { functionName, receiverText } from '../../../lang/tree/functions.ts';
import { commentText, goNode, syntaxText } from '../../../lang/tree/go-node.ts';
import type { Unit } from '../../../lang/tree/unit.ts';
import type { PointHandler } from './handler.ts';

const known = new WeakMap<Unit, Map<string, boolean>>();

/** `file-has`: every node of a file that holds the part; of text that advice added, the file it was added to. */
export const fileHas: PointHandler<'file-has'> = {
  kinds: () => 'any',
  matches: ({ part }, _, { file }) => {
    const answers = known.get(file) ?? new Map<string, boolean>();
    known.set(file, answers);
    const key = JSON.stringify(part);
    const answer = answers.get(key) ?? has(file, part);
    answers.set(key, answer);
    return answer;
  },
};

function has(file: Unit, part: FilePart): boolean {
  const { root, comments } = file.tree;
  switch (part.kind) {
    case 'function':
      return root.children.some((syntax) => {
        const fn = goNode(file, syntax);
        return fn?.kind === 'FuncDecl' && functionName(fn) === part.name && receiverText(fn) === part.receiver;
      });
    case 'struct':
      return root.children.flatMap(specsOf).some((spec) => {
        const name = spec.kind === 'type_spec' ? spec.field('name') : undefined;
        return name && syntaxText(file, name) === part.name && spec.field('type')?.kind === 'struct_type';
      });
    case 'directive': {
      const clause = root.children.find((node) => node.kind === 'package_clause');
      return comments.some(
        (comment) => comment.end <= (clause?.start ?? 0) && isDirective(commentText(file, comment), part.name),
      );
    }
  }
}
