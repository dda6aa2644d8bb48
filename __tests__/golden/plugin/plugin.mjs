/** Replaces calls of strings.Repeat by what they repeat, counted. */
export const plugin = {
  id: 'count',
  select: { 'function-call': 'strings.Repeat' },
  packages: ['strconv'],
  rewrite: ({ node, edit, go }) => {
    edit.replace(node, go`counted(${go.import('strconv', 'Itoa')}(len(${node.field('Args')[0]})))`);
    edit.declare(go`func counted(text string) string { return text }`);
  },
};
