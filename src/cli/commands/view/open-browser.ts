import { runToEnd } from '../../../process/spawn.ts';

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in the user's browser. @returns false where there is none to be found */
export async function openBrowser(url: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  try {
    const { code } = await runToEnd({ program, args: [...args, url], env, stdout: 'ignore', stderr: 'ignore' });
    return code === 0;
  } catch {
    return false; // no such program
  }
}
