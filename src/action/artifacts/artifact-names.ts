/** What the action uploads. `merged` is the manifest of all jobs of a matrix. */
type ArtifactKind = 'report' | 'manifest' | 'programs' | 'merged';

/**
 * Name of an artifact, unique in a run as long as the jobs of a matrix differ in configuration or targets.
 *
 * @param targets none for what belongs to all of them
 */
export function artifactName(kind: ArtifactKind, configuration: string, targets: readonly string[] = []): string {
  const parts = ['gots', kind, configuration, targets.join('_')];
  // What GitHub takes in names, and nothing that a pattern could mistake.
  return parts
    .map((part) => part.replace(/[^A-Za-z0-9._]+/g, '-').replace(/^-+|-+$/g, ''))
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 200);
}
