import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { azureExecutableDiffers, azureHostUnreadable, azureNoHandler } from '../../report/codes/action.ts';
import type { ArchiveFile } from './zip-and-tar.ts';

/** Files of a function app beside the program. */
export interface AppFiles {
  readonly files: readonly ArchiveFile[];
  /** The name under which the program must be packed. */
  readonly executable: string;
  /** What the user should know: a line. */
  readonly advice?: string | undefined;
}

interface HostFile {
  readonly version?: unknown;
  readonly customHandler?: {
    readonly enableForwardingHttpRequest?: unknown;
    readonly description?: { readonly defaultExecutablePath?: unknown };
  };
}

/**
 * The host.json and the functions of an app with a custom handler. A folder with a host.json is taken as it is: that file, and
 * each folder beside it that holds a function.json. Without one, a function is made that hands every HTTP request to the
 * program; callers need the app's key, as is Azure's default.
 *
 * @param folders where a host.json is looked for, in this order
 * @param program the program's file name
 * @throws GotsError azure_host_unreadable, azure_no_handler, azure_executable_differs
 * @see https://learn.microsoft.com/en-us/azure/azure-functions/functions-custom-handlers
 */
export function appFiles(folders: readonly string[], program: string): AppFiles {
  const folder = folders.find((dir) => existsSync(join(dir, 'host.json')));
  if (folder === undefined) return { files: generatedApp(program), executable: program };
  const path = join(folder, 'host.json');
  const host = readHost(path);
  const handler = host.customHandler ?? azureNoHandler(path);
  const executable = handler.description?.defaultExecutablePath;
  if (typeof executable !== 'string') return azureNoHandler(path);
  // Functions on Windows take a path with backslashes as well.
  const wanted = executable.replaceAll('\\', '/').replace(/^\.\//, '');
  if (basename(wanted) !== program || wanted.startsWith('/') || wanted.split('/').includes('..')) {
    azureExecutableDiffers(path, executable, program);
  }
  const functions = readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'function.json')));
  const files = [{ name: 'host.json', bytes: readFileSync(path), mode: 0o644 }];
  for (const name of functions) {
    for (const file of readdirSync(join(folder, name)).sort()) {
      const inside = join(folder, name, file);
      if (!statSync(inside).isFile() || file.endsWith('.go')) continue;
      files.push({ name: `${name}/${file}`, bytes: readFileSync(inside), mode: 0o644 });
    }
  }
  const forwards = handler.enableForwardingHttpRequest === true;
  return { files, executable: wanted, advice: forwards ? undefined : notForwarding };
}

const notForwarding =
  'host.json does not set customHandler.enableForwardingHttpRequest: the program gets invocations as JSON, not as HTTP requests';

function readHost(path: string): HostFile {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    azureHostUnreadable(path, (error as Error).message);
  }
  return azureHostUnreadable(path, 'it is no JSON object');
}

function generatedApp(program: string): readonly ArchiveFile[] {
  const host = {
    version: '2.0',
    extensions: { http: { routePrefix: '' } },
    customHandler: { enableForwardingHttpRequest: true, description: { defaultExecutablePath: program } },
  };
  const trigger = {
    bindings: [
      {
        type: 'httpTrigger',
        direction: 'in',
        name: 'req',
        authLevel: 'function',
        route: '{*path}',
        methods: ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'],
      },
      { type: 'http', direction: 'out', name: 'res' },
    ],
  };
  const file = (name: string, value: unknown) => ({
    name,
    bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
    mode: 0o644,
  });
  return [file('host.json', host), file('http/function.json', trigger)];
}
