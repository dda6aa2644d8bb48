// Makes, from src/report/messages/*.md, the texts that src/report/codes uses and docs/errors.md.
// `--check` writes nothing and fails when one of them is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'src', 'report', 'messages');
const topics = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => readTopic(file.slice(0, -'.md'.length), readFileSync(join(folder, file), 'utf8')));

const made = new Map([
  ...topics.map((topic) => [`src/report/texts/${topic.name}.ts`, textsOf(topic)]),
  ['docs/errors.md', page(topics)],
]);
const stale = [...made].filter(([file, text]) => readIfThere(join(root, file)) !== text).map(([file]) => file);
if (!process.argv.includes('--check')) {
  for (const [file, text] of made) writeFileSync(join(root, file), text);
} else if (stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}; \`npm run errors\` writes them`);
  process.exit(1);
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file of messages: a title, then for each error a heading, its text in a quotation, and what it means. */
function readTopic(name, text) {
  const [head, ...sections] = text.split(/^## /m);
  return { name, title: /^# (.*)$/m.exec(head)[1], messages: sections.map((section) => readMessage(name, section)) };
}

function readMessage(topic, section) {
  const [key, ...lines] = section.split('\n');
  const quoted = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2));
  const property = (name) => quoted.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const [message] = quoted;
  const about = lines
    .filter((line) => !line.startsWith('> '))
    .join('\n')
    .trim();
  if (!/^[a-z_]+$/.test(key) || !message || !/\n```\w+\n/.test(about)) {
    throw new Error(`${topic}.md: ${key}: a message, what it means and an example are needed`);
  }
  const code = property('code') ?? key;
  return { key, code, message, hint: property('hint'), family: property('family'), about };
}

function textsOf({ name, messages }) {
  const entries = messages.map(({ key, ...message }) => [`  ${key}: {`, ...propertiesOf(message), '  },'].join('\n'));
  return [
    `// Made by \`npm run errors\` from src/report/messages/${name}.md.`,
    'export const texts = {',
    ...entries,
    '} as const;\n',
  ].join('\n');
}

function propertiesOf(message) {
  return ['code', 'message', 'hint', 'family'].flatMap((name) =>
    message[name] === undefined ? [] : [`    ${name}: ${literal(message[name])},`],
  );
}

/** A string literal with the quotes that need fewer backslashes. */
function literal(text) {
  const escaped = text.replaceAll('\\', '\\\\');
  return text.includes("'") && !text.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`;
}

function page(all) {
  return [
    '# Errors',
    '',
    'Every error and warning of gots ends with a code in parentheses, such as `(aspect_unknown_key)`. This page has each of them: the',
    'message, what it means, an example, and what to do. `<name>` stands for what the message fills in.',
    '',
    'Messages begin with `file:line:column:` where a place is known. The exit code is 2 for what you can change in your files or',
    'flags, that of the go command where go or your code failed, and 70 for a mistake in gots.',
    '',
    '<!-- Made by `npm run errors` from src/report/messages. -->',
    '',
    ...all.map(({ title, messages }) => `- ${title}: ${messages.map(({ key }) => `[${key}](#${key})`).join(' · ')}`),
    ...all.flatMap(({ title, messages }) => [
      '',
      `## ${title}`,
      ...messages.flatMap((message) => ['', ...entry(message)]),
    ]),
    '',
  ].join('\n');
}

function entry({ key, code, message, hint, family, about }) {
  const kind = { go: 'The go command or the code it compiles failed.', bug: 'gots itself is at fault.' }[family];
  const text = named(`${message} (${code})${hint ? `; ${hint}` : ''}`);
  return [`### ${key}`, '', '```text', text, '```', '', ...(kind ? [kind, ''] : []), about];
}

function named(text) {
  return text.replace(/%([a-zA-Z]+)%/g, '<$1>');
}
