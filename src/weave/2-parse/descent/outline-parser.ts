import { UnreadableBody } from '../../../lang/syntax/grammar.ts';
import { TreeNode } from '../convert.ts';
import { StatementParser } from './parse-statements.ts';
import { giveUp, NotPlain } from './scan-tokens.ts';

/** Parses what stands at the top level of a file, and leaves the bodies of its functions unread. */
export class OutlineParser extends StatementParser {
  protected override body(): TreeNode {
    const { start } = this;
    this.skipBraces();
    return new UnreadBody(this.text, start, this.before);
  }
}

class UnreadBody extends TreeNode {
  private readonly text: string;

  constructor(text: string, start: number, end: number) {
    super('block', start, end, undefined, undefined);
    this.held = undefined;
    this.text = text;
  }

  protected override read(): TreeNode[] {
    try {
      const read = new BodyParser(this.text).bodyAt(this.start);
      if (read.end !== this.end) giveUp();
      for (const child of read.children) child.parent = this;
      this.held = read.children;
      return read.children;
    } catch (error) {
      if (error instanceof NotPlain) throw new UnreadableBody();
      throw error;
    }
  }
}

class BodyParser extends StatementParser {
  bodyAt(start: number): TreeNode {
    this.end = start;
    this.next();
    const block = this.block();
    // A type is switched on in the header of a switch only.
    return this.guard === undefined ? block : giveUp();
  }
}
