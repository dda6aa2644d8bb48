// Puts a module between a build script and its bundler.
const bundler = process.env.GOTS_BENCH_BUNDLER;
const wrapper = `import { build as plain } from ${JSON.stringify(bundler)};
export * from ${JSON.stringify(bundler)};
export const build = (options) => plain({ ...options, output: { ...options.output, sourcemap: true } });`;

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  if (specifier !== 'rolldown' || !context.parentURL?.startsWith('file:')) return await next(specifier, context);
  return { url: `data:text/javascript,${encodeURIComponent(wrapper)}`, shortCircuit: true };
}
