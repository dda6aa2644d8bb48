import type { Unit } from '../tree/unit.ts';
import type { ImportTable } from './imports.ts';
import type { PackageFacts } from './package-facts.ts';
import type { TypeOracle } from './type-oracle.ts';

/** What matching knows beyond the tree it looks at. */
export interface MatchContext {
  readonly facts: PackageFacts;
  readonly file: Unit;
  readonly imports: ImportTable;
  /** Names declared at package level by any file of the package. Read only where a dot import makes it matter. */
  readonly packageLevel: () => ReadonlySet<string>;
  /** Some file of the package is a test's. */
  readonly testBuild: boolean;
  readonly oracle: TypeOracle | undefined;
}
