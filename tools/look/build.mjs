// Makes static/look/tokens.css, static/look/icons.svg, the web fonts and static/vendor from the packages
// named in package.json. Run `npm ci && npm run build` here after changing a version or the list of icons.

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, 'node_modules');
const out = join(here, '..', '..', 'static');

// Name in our templates → component of suomifi-icons. Only what is used travels to the visitor.
const ICONS = {
  alert: 'Alert',
  attachment: 'Attachment',
  calendar: 'Calendar',
  check: 'Check',
  'check-circle': 'CheckCircleFilled',
  'chevron-down': 'ChevronDown',
  'chevron-left': 'ChevronLeft',
  'chevron-right': 'ChevronRight',
  clock: 'Clock',
  close: 'Close',
  download: 'Download',
  edit: 'Edit',
  error: 'ErrorFilled',
  external: 'LinkExternal',
  file: 'FileGeneric',
  help: 'Help',
  history: 'History',
  info: 'InfoFilled',
  language: 'Internet',
  list: 'ListBulleted',
  lock: 'Lock',
  login: 'Login',
  logout: 'Logout',
  message: 'Message',
  'message-unread': 'MessageUnread',
  person: 'Person',
  plus: 'Plus',
  print: 'Print',
  remove: 'Remove',
  save: 'Save',
  search: 'Search',
  send: 'Send',
  upload: 'Upload',
  warning: 'Warning',
};

function tokens() {
  const source = readFileSync(join(packages, 'suomifi-design-tokens/dist/tokens.scss'), 'utf8');
  const lines = [...source.matchAll(/\$(fi-[\w-]+):\s*([^;]+);/g)]
    .filter(([, name]) => /^fi-(color|spacing|radius|shadow|transition)/.test(name))
    .map(([, name, value]) => `  --${name}: ${value};`);
  const note = `/* Made by tools/look/build.mjs from suomifi-design-tokens ${version('suomifi-design-tokens')} (MIT,\n   © 2019 Population Register Centre; LICENSE-suomifi.txt). Not written by hand. */`;
  write('look/tokens.css', `${note}\n:root {\n${lines.join('\n')}\n}\n`);
}

// The icons are published as React components: each is a call of createElement that we answer with text.
function iconMarkup(component) {
  const file = join(packages, `suomifi-icons/esm/svgrComponents/baseIcons/Icon${component}.js`);
  const body = readFileSync(file, 'utf8').match(/const \w+ = props => ([\s\S]*?);\n\nexport/)[1];
  const React = {
    createElement: (tag, attributes, ...children) => ({ tag, attributes: attributes ?? {}, children }),
  };
  return new Function('React', 'props', `return ${body}`)(React, {});
}

const KEPT = { d: 'd', cx: 'cx', cy: 'cy', r: 'r', x: 'x', y: 'y', width: 'width', height: 'height', points: 'points', transform: 'transform', fillRule: 'fill-rule', clipRule: 'clip-rule' };

function svgText({ tag, attributes, children }) {
  const written = Object.entries(attributes)
    .filter(([name]) => name in KEPT)
    .map(([name, value]) => ` ${KEPT[name]}="${value}"`)
    .join('');
  const inside = children.map(svgText).join('');
  return inside ? `<${tag}${written}>${inside}</${tag}>` : `<${tag}${written}/>`;
}

function icons() {
  const symbols = Object.entries(ICONS).map(([name, component]) => {
    const { attributes, children } = iconMarkup(component);
    return `<symbol id="${name}" viewBox="${attributes.viewBox}">${children.map(svgText).join('')}</symbol>`;
  });
  const note = `<!-- Made by tools/look/build.mjs from suomifi-icons ${version('suomifi-icons')} (MIT, (c) 2022 Population Register Centre; LICENSE-suomifi.txt) -->`;
  write('look/icons.svg', `<svg xmlns="http://www.w3.org/2000/svg">\n${note}\n${symbols.join('\n')}\n</svg>\n`);
}

function fonts() {
  for (const part of ['latin', 'latin-ext']) {
    copy(`@fontsource-variable/source-sans-3/files/source-sans-3-${part}-wght-normal.woff2`, `look/fonts/source-sans-3-${part}.woff2`);
  }
  copy('@fontsource-variable/source-sans-3/LICENSE', 'look/fonts/LICENSE-source-sans-3.txt');
}

function licences() {
  const texts = ['suomifi-design-tokens', 'suomifi-icons'].map(
    (name) => `${name} ${version(name)}\n\n${readFileSync(join(packages, name, 'LICENSE'), 'utf8').trim()}\n`,
  );
  write('look/LICENSE-suomifi.txt', texts.join('\n\n'));
}

function vendor() {
  copy('htmx.org/dist/htmx.min.js', 'vendor/htmx.min.js');
  copy('htmx.org/LICENSE', 'vendor/LICENSE-htmx.txt');
  const manifest = {
    'htmx.min.js': {
      package: 'htmx.org',
      version: version('htmx.org'),
      licence: '0BSD',
      licence_file: 'LICENSE-htmx.txt',
      sha256: createHash('sha256').update(readFileSync(join(out, 'vendor/htmx.min.js'))).digest('hex'),
    },
  };
  write('vendor/manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

function version(name) {
  return JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')).version;
}

function write(path, text) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
}

function copy(from, to) {
  mkdirSync(dirname(join(out, to)), { recursive: true });
  copyFileSync(join(packages, from), join(out, to));
}

tokens();
icons();
fonts();
licences();
vendor();
