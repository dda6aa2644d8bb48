import { TemplateSyntaxError } from '../lang/template/errors.ts';
import { parseTemplate } from '../lang/template/template.ts';
import type { CheckTemplate } from './schema.ts';

/**
 * The syntax check of code templates, for `loadAspects`. Besides Go's own functions they know `Version`.
 * The message is Go's, with the template's name and line.
 */
export const checkCodeTemplate: CheckTemplate = (source) => {
  try {
    parseTemplate('code.Template', source, ['Version']);
    return undefined;
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    return { message: error.message, offset: error.offset };
  }
};
