import { type GitHub, statusOf } from '../github/github-client.ts';
import type { RunFacts } from '../github/run-facts.ts';

/** Tells the comment of one workflow and one configuration from all others. */
export interface CommentIdentity {
  readonly workflow: string;
  readonly configuration: string;
}

/** The first line of a comment, which GitHub does not show. Nothing in it can end it. */
export function markerOf({ workflow, configuration }: CommentIdentity): string {
  const word = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
  return `<!-- gots comment workflow=${word(workflow)} configuration=${word(configuration)} -->`;
}

/** Of GitHub's 65,536 characters; the rest is left for what people add. */
export const longestComment = 60_000;

export type Posted = { readonly kind: 'created' | 'updated'; readonly url: string } | { readonly kind: 'unchanged' };

/** How many pages of a hundred comments are looked through. */
const mostPages = 30;

/**
 * Writes the comment of a pull request, or changes the one that is there: one that begins with the marker and was written by
 * who writes now. Comments of others are never changed, whatever they begin with.
 *
 * @param body without the marker
 */
export async function postComment(
  github: GitHub,
  { owner, repository: repo }: Pick<RunFacts, 'owner' | 'repository'>,
  number: number,
  identity: CommentIdentity,
  body: string,
): Promise<Posted> {
  const marker = markerOf(identity);
  const text = `${marker}\n${body}`;
  const own = await ownComment(github, { owner, repo, issue_number: number }, marker);
  if (own === undefined) {
    const { data } = await github.rest.issues.createComment({ owner, repo, issue_number: number, body: text });
    return { kind: 'created', url: data.html_url };
  }
  if (own.body === text) return { kind: 'unchanged' };
  const { data } = await github.rest.issues.updateComment({ owner, repo, comment_id: own.id, body: text });
  return { kind: 'updated', url: data.html_url };
}

interface Comment {
  readonly id: number;
  readonly body: string;
}

async function ownComment(
  github: GitHub,
  issue: { readonly owner: string; readonly repo: string; readonly issue_number: number },
  marker: string,
): Promise<Comment | undefined> {
  let login: string | undefined;
  for (let page = 1; page <= mostPages; page++) {
    const { data } = await github.rest.issues.listComments({ ...issue, per_page: 100, page });
    for (const { id, body = '', user } of data) {
      if (!body.startsWith(marker)) continue;
      login ??= await ownLogin(github);
      // GraphQL and REST name bots differently.
      if (user?.login === login || user?.login === `${login}[bot]`) return { id, body };
    }
    if (data.length < 100) return undefined;
  }
  return undefined;
}

/** Who the token writes as. A job's own token may not ask REST for that. */
async function ownLogin(github: GitHub): Promise<string> {
  try {
    const { viewer } = await github.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    return viewer.login;
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    return 'github-actions[bot]';
  }
}
