import { pluginOfNodes } from '../../../report/codes/plugin.ts';
import type { AdviceKind } from '../../advice-kind.ts';
import { filesByPlugin } from './files.ts';
import type { PluginAdvice } from './plugin-advice.ts';
import { rewriteByPlugin } from './rewrite.ts';

export const plugin: AdviceKind<PluginAdvice> = {
  // A plug-in is listed in `extends`; it makes its aspects itself.
  words: {},
  templates: () => [],
  injects: ({ packages }) => packages,
  reads: () => [],
  onNode: {
    fits: undefined,
    apply: rewriteByPlugin,
    mayHideErrors: () => true,
    mayMoveOrder: true,
    oncePerFile: false,
  },
  onPackage: {
    when: ({ part }) => (part === 'files' ? 'always' : 'never'),
    apply: (advice, pkg, { id, span, matchesAll }) => {
      if (!matchesAll) pluginOfNodes(span, id);
      return filesByPlugin(pkg, advice);
    },
  },
  sharesId: true,
};
