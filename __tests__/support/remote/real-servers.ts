import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { installDebian } from '../debian.ts';
import { goTool } from '../go-tool.ts';

/** A server that runs beside the tests. */
export interface RealServer {
  /** Value of GOTS_REMOTE. */
  readonly remote: string;
  /** Variables with credentials. */
  readonly env: Readonly<Record<string, string>>;
  /** Settles when it has ended. */
  stop(): Promise<void>;
}

const davModule = '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so';
/** As in docs/remote-cache.md. */
const login = { user: 'gots', password: 'pass-word' };

/** An S3 server: versitygw, before a folder. */
export async function startVersity(dir: string): Promise<RealServer> {
  const program = goTool('github.com/versity/versitygw/cmd/versitygw@v1.8.0');
  const port = await freePort();
  const root = join(dir, 's3');
  mkdirSync(join(root, 'builds'), { recursive: true });
  const env = { AWS_ACCESS_KEY_ID: 'gots', AWS_SECRET_ACCESS_KEY: 'secret-of-tests', AWS_REGION: 'us-east-1' };
  const keys = { ROOT_ACCESS_KEY: env.AWS_ACCESS_KEY_ID, ROOT_SECRET_KEY: env.AWS_SECRET_ACCESS_KEY };
  const stop = run(program, ['--port', `127.0.0.1:${port}`, 'posix', root], { ...process.env, ...keys });
  await answers(port);
  return { remote: `s3://builds/team/gots?endpoint=http://127.0.0.1:${port}`, env, stop };
}

/** A server of Bazel's HTTP cache protocol: nginx with its dav modules and a password. */
export async function startNginx(dir: string): Promise<RealServer> {
  if (!existsSync(davModule)) installDebian('nginx', 'libnginx-mod-http-dav-ext');
  const port = await freePort();
  for (const name of ['srv', 'srv/gots', 'srv/gots/ac', 'srv/gots/cas', 'temp']) mkdirSync(join(dir, name));
  writeFileSync(join(dir, 'passwords'), `${login.user}:{PLAIN}${login.password}\n`);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${dir}/temp/${name};`,
  );
  writeFileSync(
    join(dir, 'nginx.conf'),
    `load_module ${davModule};
daemon off; pid ${dir}/nginx.pid; error_log ${dir}/error.log; worker_processes 2;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  ${temp.join(' ')} access_log off;
  server {
    listen 127.0.0.1:${port};
    location / {
      root ${dir}/srv; client_max_body_size 0; create_full_put_path on;
      dav_methods PUT DELETE; dav_ext_methods PROPFIND OPTIONS;
      auth_basic gots; auth_basic_user_file ${dir}/passwords;
    }
  }
}
`,
  );
  const stop = run('nginx', ['-c', join(dir, 'nginx.conf'), '-p', dir], process.env);
  await answers(port);
  const remote = `http://${login.user}:${login.password}@127.0.0.1:${port}/gots`;
  return { remote, env: {}, stop };
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): () => Promise<void> {
  const child = spawn(program, args, { env, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve()).on('error', () => resolve());
  });
  return () => {
    child.kill('SIGTERM');
    return ended;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @throws Error if the server does not listen within a minute */
async function answers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    try {
      await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(5000) });
      return;
    } catch {
      await delay(100);
    }
  }
  throw new Error(`no server at port ${port}`);
}
